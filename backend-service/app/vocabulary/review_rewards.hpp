#pragma once
// What reviews earn. A review's points depend on its answer alone, and its part of the day's sums
// on what the card was before it; where a late review changes that, the old part is taken back
// first.
#include "app/core/rewards.hpp"
#include "app/vocabulary/review_store.hpp"

namespace lexi::vocabulary {

Task<Reward> reward_reviews(UnitOfWork& work, Uuid user, std::vector<CardChange> changes);
Task<Reward> take_back_review(UnitOfWork& work, Uuid user, LoggedReview review);

}  // namespace lexi::vocabulary
