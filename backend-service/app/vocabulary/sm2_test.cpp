#include "app/vocabulary/sm2.hpp"

#include <gtest/gtest.h>

namespace lexi::vocabulary {
namespace {

TEST(Sm2, StartsWithOneAndSixDaysAndThenGrowsByEase) {
    Sm2 card;
    card = sm2_review(card, 4);
    EXPECT_EQ(card.interval_days, 1);
    card = sm2_review(card, 4);
    EXPECT_EQ(card.interval_days, 6);
    card = sm2_review(card, 4);
    EXPECT_EQ(card.interval_days, 15);
    EXPECT_DOUBLE_EQ(card.ease_factor, 2.5);  // quality 4 leaves the ease as it is
}

TEST(Sm2, PerfectAnswersRaiseTheEaseAndHardOnesLowerIt) {
    EXPECT_NEAR(sm2_review({}, 5).ease_factor, 2.6, 1e-12);
    EXPECT_NEAR(sm2_review({}, 3).ease_factor, 2.36, 1e-12);
    EXPECT_NEAR(sm2_review({}, 0).ease_factor, 1.7, 1e-12);
}

TEST(Sm2, ALapseStartsAnewAndTheEaseNeverFallsBelowItsFloor) {
    Sm2 card{.ease_factor = 1.35, .interval_days = 40, .repetitions = 6};
    card = sm2_review(card, 1);
    EXPECT_EQ(card.interval_days, 1);
    EXPECT_EQ(card.repetitions, 0);
    EXPECT_DOUBLE_EQ(card.ease_factor, 1.3);
}

TEST(Sm2, ButtonsAndQualitiesAgree) {
    for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
        EXPECT_EQ(rating_of(quality_of(rating)), rating);
    }
    EXPECT_EQ(rating_of(0), Rating::again);
    EXPECT_EQ(rating_of(2), Rating::again);
}

}  // namespace
}  // namespace lexi::vocabulary
