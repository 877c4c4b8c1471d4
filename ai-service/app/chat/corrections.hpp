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

}  // namespace lexi::chat
