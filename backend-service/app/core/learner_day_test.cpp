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

// Who flew from Hanoi to Los Angeles on the 10th at noon, and back on the 20th.
std::vector<ZoneSpan> there_and_back() {
    const Day tenth{std::chrono::year{2026} / 11 / 10};
    return {
        {.since = at("1970-01-01T00:00:00Z"), .zone = "Asia/Ho_Chi_Minh", .first_day = Day{}},
        {.since = at("2026-11-10T05:00:00Z"), .zone = "America/Los_Angeles", .first_day = tenth},
        {.since = at("2026-11-20T20:00:00Z"),
         .zone = "Asia/Ho_Chi_Minh",
         .first_day = tenth + std::chrono::days(10)}};
}

TEST(LearnerDay, GoingWestStaysOnTheDayThatWasReached) {
    const auto moves = there_and_back();
    const auto day_of = [&](const char* when) {
        return day_text(learner_day(at(when), moves, "Asia/Ho_Chi_Minh"));
    };
    EXPECT_EQ(day_of("2026-11-10T04:59:00Z"), "2026-11-10");
    EXPECT_EQ(day_of("2026-11-10T05:01:00Z"), "2026-11-10");  // it is the 9th in Los Angeles
    EXPECT_EQ(day_of("2026-11-10T12:00:00Z"), "2026-11-10");
    EXPECT_EQ(day_of("2026-11-11T12:01:00Z"), "2026-11-11");
    EXPECT_EQ(day_of("2026-11-20T19:00:00Z"), "2026-11-20");
    EXPECT_EQ(day_of("2026-11-20T21:00:00Z"), "2026-11-21");  // home again
}

TEST(LearnerDay, OfALateDeedIsThatOfTheZoneInWhichItWasDone) {
    const auto moves = there_and_back();
    const Instant done = at("2026-11-15T02:00:00Z");  // the 14th in Los Angeles, the 15th in Hanoi
    EXPECT_EQ(day_text(learner_day(done, moves, "Asia/Ho_Chi_Minh")), "2026-11-14");
    EXPECT_EQ(day_text(learner_day(done, {}, "Asia/Ho_Chi_Minh")), "2026-11-15");
}

TEST(LearnerDay, NeverGoesBackHoweverALearnerMoves) {
    const auto moves = there_and_back();
    Day before{};
    for (Instant t = at("2026-11-01T00:00:00Z"); t < at("2026-12-01T00:00:00Z"); t += 17min) {
        const Day now = learner_day(t, moves, "Asia/Ho_Chi_Minh");
        ASSERT_GE(now, before);
        before = now;
    }
}

TEST(Week, BeginsOnMonday) {
    const Day monday{std::chrono::year{2026} / 11 / 23};
    EXPECT_EQ(monday_of(monday), monday);
    EXPECT_EQ(monday_of(monday + std::chrono::days(6)), monday);
    EXPECT_EQ(monday_of(monday - std::chrono::days(1)), monday - std::chrono::days(7));
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
