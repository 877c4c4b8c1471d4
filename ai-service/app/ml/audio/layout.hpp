#pragma once
// Does a file hold what its headers promise? Checked before a decoder sees it. Private to ml/audio.
#include <string_view>

#include "kit/result.hpp"
#include "ml/audio/audio.hpp"

namespace lexi::ml {

/// Walks the chunks of a WAV file or the pages of an OGG file to their end; other formats pass, and
/// are judged by what they decode to.
Result<void> check_layout(std::string_view bytes, AudioFormat format);

}  // namespace lexi::ml
