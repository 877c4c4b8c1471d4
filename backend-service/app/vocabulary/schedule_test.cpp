#include "app/vocabulary/schedule.hpp"

#include <gtest/gtest.h>

namespace lexi::vocabulary {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + 9h};

Outcome answered(const Settings& settings, const CardRecord& card, Rating rating,
                 Instant now = kNow) {
    return next_card(settings, card, {.rating = rating, .quality = quality_of(rating)}, now,
                     std::nullopt);
}

TEST(Schedule, ANewWordGoesThroughTheLearningSteps) {
    const auto first = answered({}, {}, Rating::good);
    EXPECT_EQ(first.interval, 10min);
    EXPECT_EQ(first.card.status, Status::learning);
    EXPECT_EQ(first.card.interval_days, 0);
    const auto second = answered({}, first.card, Rating::good, first.card.fsrs.due);
    EXPECT_EQ(second.card.status, Status::reviewing);
    EXPECT_EQ(second.card.interval_days, 2);
    EXPECT_EQ(second.card.review_count, 2);
}

TEST(Schedule, BothSchedulersMoveWhicheverCounts) {
    for (const auto scheduler : {Scheduler::fsrs, Scheduler::sm2}) {
        const auto after = answered({.scheduler = scheduler}, {}, Rating::easy);
        EXPECT_TRUE(after.card.fsrs.memory.has_value());
        EXPECT_EQ(after.card.sm2.repetitions, 1);
        EXPECT_GT(after.card.sm2.ease_factor, 2.5);
    }
}

TEST(Schedule, TheChosenSchedulerSetsTheDate) {
    EXPECT_EQ(answered({.scheduler = Scheduler::fsrs}, {}, Rating::easy).card.interval_days, 8);
    EXPECT_EQ(answered({.scheduler = Scheduler::sm2}, {}, Rating::easy).card.interval_days, 1);
    EXPECT_EQ(answered({.scheduler = Scheduler::sm2}, {}, Rating::easy).card.fsrs.due, kNow + 24h);
}

TEST(Schedule, LongIntervalsAreMastered) {
    CardRecord card = answered({}, {}, Rating::easy).card;
    card = answered({}, card, Rating::easy, card.fsrs.due).card;
    EXPECT_GE(card.interval_days, kMasteredDays);
    EXPECT_EQ(card.status, Status::mastered);
}

TEST(Schedule, OnlyForgettingALearnedWordIsALapse) {
    EXPECT_EQ(answered({}, {}, Rating::again).card.lapses, 0);
    const auto learned = answered({}, {}, Rating::easy).card;
    EXPECT_EQ(answered({}, learned, Rating::again, learned.fsrs.due).card.lapses, 1);
    EXPECT_FALSE(is_leech(7));
    EXPECT_TRUE(is_leech(8));
}

TEST(Schedule, HigherRetentionAsksSooner) {
    CardRecord card = answered({}, {}, Rating::easy).card;
    const auto strict = previews({.desired_retention = 0.97}, card, card.fsrs.due);
    const auto usual = previews({}, card, card.fsrs.due);
    EXPECT_LT(strict.good, usual.good);
    EXPECT_LT(usual.again, usual.hard);
    EXPECT_LT(usual.hard, usual.good);
    EXPECT_LT(usual.good, usual.easy);
}

TEST(Schedule, TheFuzzDrawIsStableAndSpread) {
    EXPECT_EQ(fuzz_draw("a", 1), fuzz_draw("a", 1));
    EXPECT_NE(fuzz_draw("a", 1), fuzz_draw("a", 2));
    double sum = 0;
    for (int i = 0; i < 1000; ++i) {
        const double draw = fuzz_draw("card", i);
        ASSERT_GE(draw, 0);
        ASSERT_LT(draw, 1);
        sum += draw;
    }
    EXPECT_NEAR(sum / 1000, 0.5, 0.05);
}

}  // namespace
}  // namespace lexi::vocabulary
