#pragma once
// Fits FSRS-6's 21 weights to a learner's own reviews, as py-fsrs 6.3.1's Optimizer does: the same
// order, batches, learning rates and limits, hence the same numbers. Pure, and slow by a request's
// measure (a second for 12,000 reviews): never on an event loop.
#include <optional>
#include <stop_token>
#include <vector>

#include "app/vocabulary/review.hpp"

namespace lexi::vocabulary {

struct PastReview {
    Rating rating = Rating::good;
    Instant at;
    std::optional<int> time_spent_ms{};
};

/// The reviews of each card, the oldest first. The order of the cards is part of the input.
using Histories = std::vector<std::vector<PastReview>>;

/// With fewer answers than this that say something of memory, the default weights stay.
inline constexpr std::size_t kFewestAnswers = 512;

/// What weights may be; scheduling is not defined outside.
extern const Weights kLeastWeights;
extern const Weights kGreatestWeights;
bool are_weights(const Weights& w);

/// Answers that a fit learns from: a day or more after the review before, the first 64 of a card.
std::size_t answer_count(const Histories& histories);

/// Mean logarithmic loss of the recall predicted for answers at `from` or later; nothing without
/// any.
std::optional<double> log_loss(const Weights& w, const Histories& histories,
                               Instant from = Instant::min());

/// The fitted weights; the default ones for too few answers; nothing where `stop` asked to end.
std::optional<Weights> fit_weights(const Histories& histories, std::stop_token stop = {});

/// Of .7, .75 … .95 the retention at which remembering a word costs least time, for a learner who
/// takes as long and answers as these reviews show; nothing with under 512 timed reviews.
std::optional<double> best_retention(const Weights& w, const Histories& histories);

}  // namespace lexi::vocabulary
