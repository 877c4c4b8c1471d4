#pragma once
// From a deck's card to one of ours: the memory from its answers, the date as the deck has it.
// Pure.
#include "app/transfer/entry.hpp"
#include "app/vocabulary/review_store.hpp"

namespace lexi::transfer {

/// The card, and the log that its answers become; nothing for a word that was never asked.
std::optional<vocabulary::CardChange> taken_over(const Learner& learner, const Uuid& card,
                                                 const Entry& entry, Instant now);

}  // namespace lexi::transfer
