#include "app/vocabulary/held_out.hpp"

#include <algorithm>

namespace lexi::vocabulary {
namespace {

constexpr double kSeenShare = 0.8;

// The moment before which kSeenShare of the answers of a day or more lie.
std::optional<Instant> cut_of(const Histories& histories) {
    std::vector<Instant> answers;
    for (const auto& reviews : histories) {
        for (std::size_t i = 1; i < reviews.size(); ++i) {
            if (reviews[i].at - reviews[i - 1].at >= std::chrono::days(1)) {
                answers.push_back(reviews[i].at);
            }
        }
    }
    if (answers.empty()) return std::nullopt;
    const auto seen = static_cast<std::ptrdiff_t>(kSeenShare * static_cast<double>(answers.size()));
    std::ranges::nth_element(answers, answers.begin() + seen);
    return answers[static_cast<std::size_t>(seen)];
}

Histories before(const Histories& histories, Instant cut) {
    Histories seen;
    for (const auto& reviews : histories) {
        const auto end = std::ranges::lower_bound(reviews, cut, {}, &PastReview::at);
        if (end != reviews.begin()) seen.emplace_back(reviews.begin(), end);
    }
    return seen;
}

}  // namespace

std::optional<Verdict> judge_fit(const Histories& histories, const Weights& current,
                                 std::stop_token stop) {
    if (answer_count(histories) < kFewestAnswers) return std::nullopt;
    const auto cut = cut_of(histories);
    if (!cut) return std::nullopt;
    const auto seen = fit_weights(before(histories, *cut), stop);
    const auto loss_before = log_loss(current, histories, *cut);
    if (!seen || !loss_before) return std::nullopt;
    Verdict verdict{.weights = current,
                    .loss_before = *loss_before,
                    .loss_after = log_loss(*seen, histories, *cut).value()};
    verdict.is_better = verdict.loss_after < verdict.loss_before;
    if (verdict.is_better) {
        const auto fitted = fit_weights(histories, stop);
        if (!fitted) return std::nullopt;
        verdict.weights = *fitted;
    }
    verdict.best_retention = best_retention(verdict.weights, histories);
    return verdict;
}

}  // namespace lexi::vocabulary
