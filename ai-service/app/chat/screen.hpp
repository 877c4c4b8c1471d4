#pragma once
// Orders to the tutor in what a learner writes. Pure.
#include <string_view>

namespace lexi::chat {

/// Whether `text` tries to make the tutor something else than a tutor: to drop its part, to show
/// its instructions or others' data, to obey a pretended tool or system, to answer in a dictated
/// form, or to do harm. English and Vietnamese, by patterns (roleplay/patterns), so it can only
/// know what such orders usually sound like; guard.hpp looks at what the tutor says.
bool gives_orders(std::string_view text);

}  // namespace lexi::chat
