#include "pronunciation/fluency.hpp"

#include <gtest/gtest.h>

namespace lexi::pronunciation {
namespace {

TEST(Fluency, OfAnEvenReadingIsFull) {
    const auto fluency = measure_fluency({{.start = 0.5, .end = 2.5}}, 8);
    EXPECT_DOUBLE_EQ(fluency.score, 100);
    EXPECT_DOUBLE_EQ(fluency.syllables_per_second, 4);
}

TEST(Fluency, ShortGapsBetweenWordsAreNoPauses) {
    EXPECT_DOUBLE_EQ(measure_fluency({{0, 1}, {1.25, 2}}, 8).pause_share, 0);
}

TEST(Fluency, PausesCostTheirShareAndNotTheSpeed) {
    const auto fluency = measure_fluency({{0, 1}, {2, 3}, {4, 5}}, 12);
    EXPECT_DOUBLE_EQ(fluency.pause_share, 0.4);
    EXPECT_DOUBLE_EQ(fluency.syllables_per_second, 4);
    EXPECT_DOUBLE_EQ(fluency.score, 60 + 0.4 * 20);
}

TEST(Fluency, FallsWithASlowAndWithATooFastReading) {
    const auto at = [](int syllables) { return measure_fluency({{0, 2}}, syllables).score; };
    EXPECT_LT(at(2), at(4));
    EXPECT_LT(at(4), at(6));
    EXPECT_LT(at(17), at(12));
    EXPECT_GE(at(40), 0.6 * 50);
}

TEST(Fluency, OfNothingIsNothing) {
    EXPECT_EQ(measure_fluency({}, 5).score, 0);
    EXPECT_EQ(measure_fluency({{1, 1}}, 5).score, 0);
    EXPECT_EQ(measure_fluency({{0, 2}}, 0).score, 0);
}

}  // namespace
}  // namespace lexi::pronunciation
