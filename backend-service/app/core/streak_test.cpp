#include "app/core/streak.hpp"

#include <gtest/gtest.h>

namespace lexi {
namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 24};

Streak last_active(int days_ago) {
    return {.current = 5,
            .longest = 9,
            .last_day = kToday - std::chrono::days(days_ago),
            .total_days = 20};
}

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

}  // namespace
}  // namespace lexi
