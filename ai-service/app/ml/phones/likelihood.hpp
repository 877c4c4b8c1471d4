#pragma once
// Scores without a trained scorer: from the likelihoods of single edits alone. For phone models
// whose layers the scorer does not know. Pure.
#include "ml/phones/features.hpp"
#include "ml/phones/scorer_model.hpp"

namespace lexi::ml {

/// A phone's score is 100 / (1 + exp((m - 9) / 3)), m the log likelihood ratio of its likeliest
/// exchange or loss: fitted to the experts' scores of speechocean762's development speakers with
/// our own recogniser, r = .62 there (docs/pronunciation.md). A word's is its phones' mean,
/// `overall` the mean of all. Accuracy, fluency and prosody are not known: 0.
ExpertScores likelihood_scores(const std::vector<ExpectedPhones>& words,
                               const CtcEvidence& evidence);

/// Probabilities of likelihood_scores from which an error is told: each kind on 2 of 100 right
/// sentences.
inline constexpr PhoneErrors kToldByLikelihood{.left_out = 0.5, .exchanged = 0.5, .followed = 0.5};

}  // namespace lexi::ml
