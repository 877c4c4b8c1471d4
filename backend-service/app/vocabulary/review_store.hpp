#pragma once
#include "app/vocabulary/replay.hpp"
#include "app/vocabulary/store.hpp"

namespace lexi::vocabulary {

/// A place in a card's log.
struct LogPlace {
    Uuid card;
    Instant at;
    Uuid id;
};

/// A review in the log, and its card.
struct CardReview {
    Uuid card;
    LoggedReview logged;
};

/// What reviews did to one card.
struct CardChange {
    Uuid card;
    CardRecord after;
    std::vector<Step> steps;
};

/// Of `ids`, those that are in the log, undone or not, with the cards they belong to.
Task<std::map<Uuid, Uuid>> find_logged(UnitOfWork& work, Uuid user, std::vector<Uuid> ids);
/// Of each place's card the reviews after it that were not undone, in order.
Task<std::vector<CardReview>> later_reviews(UnitOfWork& work, Uuid user,
                                            std::vector<LogPlace> places);
/// The learner's last review that was not undone.
Task<std::optional<CardReview>> latest_review(UnitOfWork& work, Uuid user);

/// Writes cards, log and the counts of days.
Task<Rows> save_reviews(UnitOfWork& work, Uuid user, std::vector<CardChange> changes);
/// Puts the card back to what it was before a review, which no longer counts.
Task<Rows> save_undone(UnitOfWork& work, Uuid user, CardReview review, CardRecord card,
                       Instant now);

/// How many reviews are due on each day of `range`, the first of which begins at `from`.
Task<std::vector<std::int64_t>> due_between(UnitOfWork& work, Uuid user, Instant from, Range range);

}  // namespace lexi::vocabulary
