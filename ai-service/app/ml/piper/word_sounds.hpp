#pragma once
// The sounds of words said in one breath, and which word each belongs to.
#include <span>
#include <vector>

#include "kit/result.hpp"
#include "ml/piper/phoneme_ids.hpp"
#include "ml/piper/text/phrases.hpp"

namespace lexi::ml {

/// `words` are all of one language, or one word with given IPA. Sound::word counts in `words`.
Result<std::vector<Sound>> sounds_of(std::span<const spoken::SaidWord> words, spoken::Tongue voice);

}  // namespace lexi::ml
