#pragma once
// What the tutor must never say, whatever a learner writes. Pure.
#include <string_view>

namespace lexi::chat {

/// Whether `text` repeats the tutor's instructions: five words of them in a row.
bool repeats(std::string_view instructions, std::string_view text);

/// Whether `text` gives an e-mail address that is not in `said`, what the learner wrote: the tutor
/// knows none, so it can only be made up or somebody's.
bool gives_address(std::string_view text, std::string_view said);

}  // namespace lexi::chat
