#pragma once
// Words of a reply that are worth a card. Pure.
#include <string_view>
#include <vector>

#include "chat/level_check.hpp"
#include "chat/schema.hpp"

namespace lexi::chat {

/// At most two words of `reply` that are taught at the learner's level or above and that the
/// learner did not say: those above the level first. Meaning and example are the vocabulary's.
std::vector<CardSuggestion> cards(const core::Lexicon& lexicon, std::string_view reply,
                                  core::Level level, const KnownWords& known);

}  // namespace lexi::chat
