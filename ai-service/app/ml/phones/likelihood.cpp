#include "ml/phones/likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lexi::ml {
namespace {

// Log ratios from which an error is as likely as not, and how fast that changes.
constexpr double kExchanged = 9, kLeftOut = 9, kFollowed = 3, kSlope = 1.5;
constexpr double kHalfScore = 9, kScoreSlope = 3;

double probability(double ratio, double even) {
    return 1 / (1 + std::exp((even - ratio) / kSlope));
}

}  // namespace

ExpertScores likelihood_scores(const std::vector<ExpectedPhones>& words,
                               const CtcEvidence& evidence) {
    ExpertScores scores;
    std::size_t at = 0;
    for (const auto& word : words) {
        double sum = 0;
        for (const auto symbol : word.phones) {
            const auto& phone = evidence.phones[at];
            const auto& gap = evidence.insertion_after(at);
            ++at;
            const double exchange = std::ranges::max(phone.exchanges(symbol));
            const double worst = std::max(exchange, static_cast<double>(phone.deletion));
            scores.phones.push_back(100 / (1 + std::exp((worst - kHalfScore) / kScoreSlope)));
            scores.errors.push_back({.left_out = probability(phone.deletion, kLeftOut),
                                     .exchanged = probability(exchange, kExchanged),
                                     .followed = probability(std::ranges::max(gap), kFollowed)});
            sum += scores.phones.back();
        }
        scores.words.push_back(sum / static_cast<double>(word.phones.size()));
    }
    scores.overall = std::accumulate(scores.phones.begin(), scores.phones.end(), 0.0) /
                     static_cast<double>(scores.phones.size());
    return scores;
}

}  // namespace lexi::ml
