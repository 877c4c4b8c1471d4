#pragma once
// A learner's message and the same as a careful writer would put it, compared word by word. Pure.
#include <string_view>
#include <vector>

#include "chat/schema.hpp"

namespace lexi::chat {

inline constexpr std::size_t kMaxCorrections = 2;  // more than a learner can take in a turn

/// At most kMaxCorrections, in the order of the message; none where the rewrite is so far from the
/// message (over half of its words) that it is another text and not a correction.
std::vector<Correction> corrections(std::string_view message, std::string_view rewrite);

}  // namespace lexi::chat
