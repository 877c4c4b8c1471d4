#pragma once
// What to tell a learner of the errors in a message. Pure.
#include <string_view>
#include <vector>

#include "chat/schema.hpp"
#include "ml/grammar/match.hpp"

namespace lexi::chat {

inline constexpr std::size_t kMaxCorrections = 2;  // more than a learner can take in a turn

/// At most kMaxCorrections of what the grammar engine found, in the order of the message. Errors
/// only; what changes the meaning goes before spelling and punctuation.
std::vector<Correction> corrections(std::string_view message,
                                    const std::vector<ml::grammar::Match>& matches);

/// At most kMaxCorrections, in the order of the message; none where the rewrite is so far from the
/// message (over half of its words) that it is another text and not a correction.
std::vector<Correction> corrections(std::string_view message, std::string_view rewrite);

}  // namespace lexi::chat
