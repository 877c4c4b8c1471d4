#include "app/core/learner_day.hpp"

#include <gtest/gtest.h>

namespace lexi {
namespace {

using namespace std::chrono_literals;

Instant at(const char* text) { return parse_rfc3339(text).value(); }

std::string day(const char* when, const char* zone) {
    return day_text(learner_day(at(when), zone));
}

TEST(LearnerDay, BeginsAtFourInTheLearnersZone) {
    EXPECT_EQ(day("2026-11-23T20:59:59Z", "Asia/Ho_Chi_Minh"), "2026-11-23");  // 03:59:59
    EXPECT_EQ(day("2026-11-23T21:00:00Z", "Asia/Ho_Chi_Minh"), "2026-11-24");  // 04:00:00
}

TEST(LearnerDay, IsAnotherDayElsewhere) {
    EXPECT_EQ(day("2026-11-24T10:00:00Z", "Pacific/Kiritimati"), "2026-11-24");  // midnight + 0
    EXPECT_EQ(day("2026-11-24T14:00:00Z", "Pacific/Kiritimati"), "2026-11-25");
    EXPECT_EQ(day("2026-11-24T10:00:00Z", "America/Los_Angeles"), "2026-11-23");  // 02:00
}

TEST(LearnerDay, FollowsTheWallClockWhenItJumps) {
    // New York, 2026-03-08: 02:00 becomes 03:00; 04:00 is 08:00Z that day and 09:00Z the day
    // before.
    EXPECT_EQ(day("2026-03-07T08:59:59Z", "America/New_York"), "2026-03-06");
    EXPECT_EQ(day("2026-03-07T09:00:00Z", "America/New_York"), "2026-03-07");
    EXPECT_EQ(day("2026-03-08T07:59:59Z", "America/New_York"), "2026-03-07");
    EXPECT_EQ(day("2026-03-08T08:00:00Z", "America/New_York"), "2026-03-08");
    // 2026-11-01: 02:00 becomes 01:00 again.
    EXPECT_EQ(day("2026-11-01T08:59:59Z", "America/New_York"), "2026-10-31");
    EXPECT_EQ(day("2026-11-01T09:00:00Z", "America/New_York"), "2026-11-01");
}

TEST(LearnerDay, StartAndDayAgreeOverAYearOfEveryDay) {
    for (const char* zone : {"Asia/Ho_Chi_Minh", "America/New_York", "Australia/Lord_Howe"}) {
        const Day first{std::chrono::year{2026} / 1 / 1};
        for (int i = 0; i < 366; ++i) {
            const Day d = first + std::chrono::days(i);
            ASSERT_EQ(learner_day(day_start(d, zone), zone), d) << zone;
            ASSERT_EQ(learner_day(day_start(d, zone) - 1us, zone), d - std::chrono::days(1))
                << zone;
        }
    }
}

TEST(TimeZone, KnowsZonesAndLinksAndNothingElse) {
    EXPECT_TRUE(is_time_zone("Asia/Ho_Chi_Minh"));
    EXPECT_TRUE(is_time_zone("Asia/Saigon"));  // a link
    EXPECT_FALSE(is_time_zone("Mars/Olympus"));
    EXPECT_FALSE(is_time_zone(""));
    EXPECT_FALSE(is_time_zone("../etc/passwd"));
}

TEST(LearnerDay, UnknownZonesCountAsUtc) {
    EXPECT_EQ(day("2026-11-24T03:59:59Z", "nowhere"), "2026-11-23");
    EXPECT_EQ(day("2026-11-24T04:00:00Z", "nowhere"), "2026-11-24");
}

}  // namespace
}  // namespace lexi
