#pragma once
// The use cases of answering: one review, a batch of them, and taking one back. Each in a unit of
// work that begins by locking the learner, so that a learner's reviews take turns.
#include "app/core/database.hpp"
#include "app/vocabulary/schema.hpp"

namespace lexi::vocabulary {

inline constexpr std::chrono::days kOldestReview{30};  // an offline client may be late by this much

/// not_found: no such card. conflict: the word is suspended and the answer is of now, or the time
/// it claims cannot be counted. A client_id that is in the log already does nothing.
Task<Result<ReviewView>> review_card(UnitOfWork& work, Uuid user, Uuid card, ReviewBody body,
                                     Instant now);

/// Each review that can be counted and was not counted before, in any order.
Task<Result<BatchView>> review_batch(UnitOfWork& work, Uuid user, BatchBody body, Instant now);

/// Takes back the learner's last review that was not taken back. conflict: there is none.
Task<Result<UndoView>> undo_review(UnitOfWork& work, Uuid user, Instant now);

}  // namespace lexi::vocabulary
