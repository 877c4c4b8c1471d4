#include "app/core/streak.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lexi {
namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 24};

Day on(int offset) { return kToday + std::chrono::days(offset); }

std::vector<Day> run(int from, int to) {
    std::vector<Day> days;
    for (int i = from; i <= to; ++i) days.push_back(on(i));
    return days;
}

Streak last_active(int days_ago) { return fold_days(run(-days_ago - 4, -days_ago), {}); }

TEST(Streak, StandsTodayAndYesterdayAndIsLostAfterAMissedDay) {
    EXPECT_EQ(streak_on(last_active(0), kToday), 5);
    EXPECT_EQ(streak_on(last_active(1), kToday), 5);
    EXPECT_EQ(streak_on(last_active(2), kToday), 0);
    EXPECT_EQ(streak_on({}, kToday), 0);
}

TEST(Streak, IsAtRiskOnlyOnTheDayAfter) {
    EXPECT_FALSE(at_risk(last_active(0), kToday));
    EXPECT_TRUE(at_risk(last_active(1), kToday));
    EXPECT_FALSE(at_risk(last_active(2), kToday));
    EXPECT_TRUE(active_on(last_active(0), kToday));
    EXPECT_FALSE(active_on(last_active(1), kToday));
}

TEST(Streak, SevenDaysEarnAFreezeAndTwoAreHeldAtMost) {
    EXPECT_EQ(freezes_on(fold_days(run(-5, 0), {}), kToday), 0);
    EXPECT_EQ(freezes_on(fold_days(run(-6, 0), {}), kToday), 1);
    EXPECT_EQ(freezes_on(fold_days(run(-13, 0), {}), kToday), 2);
    EXPECT_EQ(freezes_on(fold_days(run(-60, 0), {}), kToday), 2);
}

TEST(Streak, AFreezeSavesAMissedDayAndIsSpent) {
    const auto streak = fold_days(run(-8, -2), {});  // seven days, then yesterday is missed
    EXPECT_EQ(streak_on(streak, kToday), 7);
    EXPECT_EQ(freezes_on(streak, kToday), 0);
    EXPECT_TRUE(at_risk(streak, kToday));
    EXPECT_EQ(streak_on(streak, on(1)), 0);
    const auto went_on = next_day(streak, kToday);
    EXPECT_EQ(went_on.current, 8);
    EXPECT_EQ(went_on.longest, 8);
    EXPECT_EQ(went_on.total_days, 8);
}

TEST(Streak, IsNotAtRiskWhileAFreezeIsLeft) {
    const auto streak = fold_days(run(-14, -1), {});
    EXPECT_FALSE(at_risk(streak, kToday));
    EXPECT_EQ(streak_on(streak, on(2)), 14);
    EXPECT_EQ(streak_on(streak, on(3)), 0);
}

TEST(Streak, CanBeRepairedForTwoDays) {
    const auto streak = last_active(1);  // lost on kToday when nothing is done
    EXPECT_EQ(repairable_from(streak, kToday), std::nullopt);
    EXPECT_EQ(repairable_from(streak, on(1)), kToday);
    EXPECT_EQ(repairable_from(streak, on(2)), kToday);
    EXPECT_EQ(repairable_from(streak, on(3)), std::nullopt);
    const auto began_again = next_day(streak, on(1));
    EXPECT_EQ(began_again.current, 1);
    EXPECT_EQ(repairable_from(began_again, on(1)), kToday);
    auto active = run(-5, -1);
    active.push_back(on(1));
    const auto repaired = fold_days(active, std::vector{kToday});
    EXPECT_EQ(repaired.current, 6);
    EXPECT_EQ(repairable_from(repaired, on(1)), std::nullopt);
}

TEST(Streak, AnExcusedDayCostsNothingAndCountsForNothing) {
    const auto streak = fold_days(run(-10, -2), std::vector{on(-1)});
    EXPECT_EQ(streak_on(streak, kToday), 9);
    EXPECT_EQ(freezes_on(streak, kToday), 1);
    EXPECT_EQ(streak.total_days, 9);
}

std::vector<Day> random_days(std::mt19937& random, int percent) {
    std::vector<Day> days;
    for (int i = -60; i <= 0; ++i) {
        if (static_cast<int>(random() % 100) < percent) days.push_back(on(i));
    }
    return days;
}

// What an offline client's days do, arriving one by one: the streak is counted anew unless the day
// is later than all before.
Streak arrive(const std::vector<Day>& days) {
    Streak streak;
    std::vector<Day> there;
    for (const Day day : days) {
        there.insert(std::ranges::upper_bound(there, day), day);
        const bool last = !streak.last_day || day > *streak.last_day;
        streak = last ? next_day(std::move(streak), day) : fold_days(there, {});
    }
    return streak;
}

void expect_same(const Streak& a, const Streak& b) {
    EXPECT_EQ(a.current, b.current);
    EXPECT_EQ(a.longest, b.longest);
    EXPECT_EQ(a.last_day, b.last_day);
    EXPECT_EQ(a.total_days, b.total_days);
    EXPECT_EQ(a.reserve, b.reserve);
    EXPECT_EQ(a.lost_on, b.lost_on);
}

TEST(Streak, DaysInAnyOrderGiveTheSameStreak) {
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        const auto days = random_days(random, 60 + round % 40);
        auto shuffled = days;
        std::ranges::shuffle(shuffled, random);
        expect_same(arrive(shuffled), fold_days(days, {}));
    }
}

// Else an achievement could hang on the order in which days arrive.
TEST(Streak, OneMoreDayNeverShortensTheLongest) {
    std::mt19937 random(2);
    for (int round = 0; round < 500; ++round) {
        auto days = random_days(random, 70 + round % 30);
        const int before = fold_days(days, {}).longest;
        const Day extra = on(-static_cast<int>(random() % 61));
        if (!std::ranges::binary_search(days, extra)) {
            days.insert(std::ranges::upper_bound(days, extra), extra);
        }
        EXPECT_GE(fold_days(days, {}).longest, before);
    }
}

}  // namespace
}  // namespace lexi
