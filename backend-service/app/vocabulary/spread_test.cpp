#include "app/vocabulary/spread.hpp"

#include <gtest/gtest.h>

#include <map>

namespace lexi::vocabulary {
namespace {

constexpr Day kTuesday{std::chrono::year{2026} / 11 / 24};
constexpr Range kWeek{8, 14};  // Wednesday to Tuesday
const DayWeights kNoEasyDays({}, kTuesday);

std::map<int, int> drawn(const DayWeights& weights, int draws = 7000) {
    std::map<int, int> days;
    for (int i = 0; i < draws; ++i)
        ++days[fuzz_day(kWeek, static_cast<double>(i) / draws, weights)];
    return days;
}

TEST(Spread, TheDrawIsStableAndEven) {
    EXPECT_EQ(fuzz_draw("a", 1), fuzz_draw("a", 1));
    EXPECT_NE(fuzz_draw("a", 1), fuzz_draw("a", 2));
    EXPECT_NE(fuzz_draw("a", 1), fuzz_draw("b", 1));
    double sum = 0;
    for (int i = 0; i < 1000; ++i) {
        const double draw = fuzz_draw("card", i);
        ASSERT_GE(draw, 0);
        ASSERT_LT(draw, 1);
        sum += draw;
    }
    EXPECT_NEAR(sum / 1000, 0.5, 0.05);
}

TEST(Spread, EveryDayOfTheRangeIsDrawnAndNoOther) {
    EXPECT_EQ(fuzz_day(kWeek, 0, kNoEasyDays), 8);
    EXPECT_EQ(fuzz_day(kWeek, std::nextafter(1.0, 0.0), kNoEasyDays), 14);
    EXPECT_EQ(fuzz_day({3, 3}, 0.7, kNoEasyDays), 3);
    const auto days = drawn(kNoEasyDays);
    EXPECT_EQ(days.size(), 7U);
    for (const auto& [day, count] : days) EXPECT_NEAR(count, 1000, 1) << "day " << day;
}

TEST(Spread, AnEasyDayGetsItsShare) {
    const DayWeights weights({.saturday = 0.5, .sunday = 0}, kTuesday);
    const auto days = drawn(weights);
    EXPECT_FALSE(days.contains(12));  // the Sunday
    EXPECT_NEAR(days.at(11), days.at(10) / 2.0, 2);
}

TEST(Spread, WithoutAnyDayWantedAllAreTheSame) {
    const DayWeights none({0, 0, 0, 0, 0, 0, 0}, kTuesday);
    EXPECT_EQ(drawn(none), drawn(kNoEasyDays));
    EXPECT_EQ(least_loaded(10, kWeek, {3, 2, 1, 0, 1, 2, 3}, none), 11);
}

TEST(LoadBalance, TheDayWithTheFewestCardsIsChosen) {
    EXPECT_EQ(least_loaded(10, kWeek, {9, 9, 9, 9, 9, 9, 1}, kNoEasyDays), 14);
    EXPECT_EQ(least_loaded(10, kWeek, {0, 9, 9, 9, 9, 9, 1}, kNoEasyDays), 8);
}

TEST(LoadBalance, OfSeveralTheNearestAndThenTheEarlier) {
    EXPECT_EQ(least_loaded(11, kWeek, {0, 0, 0, 0, 0, 0, 0}, kNoEasyDays), 11);
    EXPECT_EQ(least_loaded(11, kWeek, {0, 0, 5, 5, 5, 0, 0}, kNoEasyDays), 9);
    EXPECT_EQ(least_loaded(11, kWeek, {0, 5, 5, 5, 5, 0, 0}, kNoEasyDays), 13);
}

TEST(LoadBalance, AnEasyDayFillsMoreSlowly) {
    const DayWeights weights({.saturday = 0.5, .sunday = 0}, kTuesday);
    // Saturday with 4 weighs as much as another day with 9; Sunday takes none while another may.
    EXPECT_EQ(least_loaded(11, kWeek, {9, 9, 9, 4, 0, 9, 9}, weights), 11);
    EXPECT_EQ(least_loaded(11, kWeek, {9, 9, 8, 4, 0, 9, 9}, weights), 10);
}

}  // namespace
}  // namespace lexi::vocabulary
