#pragma once
// A card as the fold of its reviews. Pure.
//
// Reviews are applied in the order (time, id), whatever order they arrive in: one that arrives late
// is put in its place and everything after it is computed again, from what the card was before it.
// The result depends on the set of reviews alone, so a batch gives the same cards in any
// permutation, sent once or often.
#include <vector>

#include "app/vocabulary/schedule.hpp"

namespace lexi::vocabulary {

/// The facts of one review.
struct Review {
    Uuid id;
    Rating rating = Rating::good;
    std::optional<int> quality{};  // SM-2's, where the client said it
    Instant at;
    Day day;  // the learner's
    std::optional<std::int64_t> time_spent_ms{};

    Answer answer() const;
    /// One of the two must be there; a rating says more.
    void set_answer(std::optional<Rating> rating, std::optional<std::int64_t> quality);
};

inline bool precedes(const Review& a, const Review& b) {
    return a.at != b.at ? a.at < b.at : a.id < b.id;
}

/// Does a review at `at` come after every other of the card?
inline bool is_last(const CardRecord& card, Instant at) {
    return !card.fsrs.last_review || at > *card.fsrs.last_review;
}

/// A review that is in the log, with what the card was before it.
struct LoggedReview {
    Review review;
    CardRecord before;
};

/// A review with the card before and after it.
struct Step {
    Review review;
    CardRecord before;
    Outcome after;
    std::optional<CardRecord> counted_as{};  // the card before it as the log had it; nothing: new
};

/// What one review adds to its day: exactly one of the first four is 1.
struct DayCount {
    int introduced = 0;
    int learning = 0;
    int young = 0;
    int mature = 0;
    int young_recalled = 0;
    int mature_recalled = 0;

    DayCount& operator+=(const DayCount& other);
    DayCount operator-() const;
    bool operator==(const DayCount&) const = default;
};

DayCount count_of(const CardRecord& before, Rating rating);

/// The steps of one card when `fresh` (not in the log yet) join `later`: every logged review after
/// the first of them. `card` is as it stands now. Both lists sorted. Not empty if `fresh` is not.
std::vector<Step> replay(const Scheduling& settings, const Uuid& card_id, const CardRecord& card,
                         const std::vector<LoggedReview>& later, const std::vector<Review>& fresh);

/// What a card was, with what only the learner decides as it is now.
CardRecord restored(CardRecord was, const CardRecord& now);

/// The spread of a review whose date must follow from the card alone.
Spread fuzz(const Scheduling& settings, const Uuid& card_id, int review_count, Day day);

}  // namespace lexi::vocabulary
