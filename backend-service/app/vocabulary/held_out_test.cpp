#include "app/vocabulary/held_out.hpp"

#include <gtest/gtest.h>

#include <random>

namespace lexi::vocabulary {
namespace {

// 150 words, asked 12 times each at gaps of `days`, forgotten as often as `forgotten` says.
Histories learner(int days, double forgotten) {
    std::mt19937 random(7);
    Histories histories;
    for (int card = 0; card < 150; ++card) {
        auto& reviews = histories.emplace_back();
        for (int i = 0; i < 12; ++i) {
            const bool again = random() / 4294967296.0 < forgotten;
            reviews.push_back({.rating = again ? Rating::again : Rating::good,
                               .at = Instant(std::chrono::days(card % 7 + i * days))});
        }
    }
    return histories;
}

TEST(HeldOut, AFitThatForetellsTheNewestAnswersBetterIsTaken) {
    const auto verdict = judge_fit(learner(2, 0.45), kDefaultWeights);  // forgets far more than most
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(verdict->is_better);
    EXPECT_LT(verdict->loss_after, verdict->loss_before);
    EXPECT_TRUE(are_weights(verdict->weights));
    EXPECT_NE(verdict->weights, kDefaultWeights);
}

TEST(HeldOut, AFitThatDoesNotIsLeft) {
    const auto histories = learner(2, 0.45);
    const auto fitted = fit_weights(histories).value();  // it has seen what it is judged on
    const auto verdict = judge_fit(histories, fitted);
    ASSERT_TRUE(verdict);
    EXPECT_FALSE(verdict->is_better);
    EXPECT_EQ(verdict->weights, fitted);
}

TEST(HeldOut, FewAnswersAreNotJudged) {
    EXPECT_FALSE(judge_fit({}, kDefaultWeights));
    auto few = learner(2, 0.1);
    few.resize(20);
    EXPECT_FALSE(judge_fit(few, kDefaultWeights));
}

TEST(HeldOut, EndsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(judge_fit(learner(2, 0.1), kDefaultWeights, stop.get_token()));
}

}  // namespace
}  // namespace lexi::vocabulary
