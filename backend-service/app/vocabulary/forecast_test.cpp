#include "app/vocabulary/forecast.hpp"

#include <gtest/gtest.h>

namespace lexi::vocabulary {
namespace {

double sum(const std::vector<DayLoad>& days, double DayLoad::* what) {
    double total = 0;
    for (const auto& day : days) total += day.*what;
    return total;
}

std::vector<WordGroup> deck(double words) {
    std::vector<WordGroup> groups;
    for (int day = 0; day < 30; ++day) {
        groups.push_back({.due_in = day,
                          .elapsed = 30 - day,
                          .memory = {.stability = 30, .difficulty = 5},
                          .words = words / 30});
    }
    return groups;
}

TEST(Forecast, OfNothingIsNothing) {
    const auto days = simulate({}, {.new_per_day = 0, .days = 7});
    ASSERT_EQ(days.size(), 7U);
    EXPECT_EQ(sum(days, &DayLoad::reviews), 0);
    EXPECT_EQ(sum(days, &DayLoad::known), 0);
}

TEST(Forecast, AsksEachDueWordOnItsDay) {
    const auto days = simulate({{.due_in = 0, .elapsed = 400, .memory = {100, 5}, .words = 12},
                                {.due_in = 3, .elapsed = 97, .memory = {100, 5}, .words = 5}},
                               {.retention = 0.9, .new_per_day = 0, .days = 5});
    EXPECT_GE(days[0].reviews, 12);
    EXPECT_LE(days[0].reviews, 24);  // each forgotten one is asked again
    EXPECT_GE(days[3].reviews, 5);
}

TEST(Forecast, IntroducesTheWordsThereAreAndNoMore) {
    const auto days = simulate({}, {.new_per_day = 20, .new_words = 50, .days = 10});
    EXPECT_EQ(days[0].new_words, 20);
    EXPECT_EQ(days[1].new_words, 20);
    EXPECT_EQ(days[2].new_words, 10);
    EXPECT_EQ(sum(days, &DayLoad::new_words), 50);
    for (const auto& day : days) EXPECT_LE(day.known, 50);
}

TEST(Forecast, AHigherRetentionCostsMoreReviewsAndKeepsMoreWords) {
    double reviews = 0;
    double known = 0;
    for (const double retention : {0.7, 0.8, 0.9, 0.95}) {
        const auto days = simulate(deck(3000), {.retention = retention, .days = 180});
        EXPECT_GT(sum(days, &DayLoad::reviews), reviews) << retention;
        EXPECT_GT(days.back().known, known) << retention;
        reviews = sum(days, &DayLoad::reviews);
        known = days.back().known;
    }
}

TEST(Forecast, MoreNewWordsMeanMoreOfEverything) {
    const auto few = simulate(deck(300), {.new_per_day = 5, .days = 90});
    const auto many = simulate(deck(300), {.new_per_day = 50, .days = 90});
    EXPECT_GT(sum(many, &DayLoad::reviews), sum(few, &DayLoad::reviews));
    EXPECT_GT(sum(many, &DayLoad::minutes), sum(few, &DayLoad::minutes));
    EXPECT_GT(many.back().known, few.back().known);
}

TEST(Forecast, NeitherLosesNorInventsWords) {
    const auto days = simulate(deck(3000), {.new_per_day = 10, .days = 60});
    double words = 3000;
    for (const auto& day : days) {
        words += day.new_words;
        EXPECT_LE(day.known, words);
        EXPECT_GT(day.known, words * 0.7);
    }
}

TEST(Forecast, ALargeDeckScalesASmallOne) {
    const auto small = simulate(deck(3000), {.new_per_day = 0, .days = 60});
    const auto large = simulate(deck(300'000), {.new_per_day = 0, .days = 60});
    EXPECT_NEAR(sum(large, &DayLoad::reviews) / sum(small, &DayLoad::reviews), 100, 3);
}

TEST(Forecast, IsTheSameEveryTime) {
    const Plan plan{.days = 30};
    EXPECT_EQ(sum(simulate(deck(500), plan), &DayLoad::reviews),
              sum(simulate(deck(500), plan), &DayLoad::reviews));
}

}  // namespace
}  // namespace lexi::vocabulary
