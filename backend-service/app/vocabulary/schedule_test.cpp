#include "app/vocabulary/schedule.hpp"

#include <gtest/gtest.h>

namespace lexi::vocabulary {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + 9h};

Outcome answered(const Settings& settings, const CardRecord& card, Rating rating,
                 Instant now = kNow) {
    return next_card({settings}, card, {.rating = rating, .quality = quality_of(rating)}, now);
}

TEST(Schedule, ANewWordGoesThroughTheLearningSteps) {
    const auto first = answered({}, {}, Rating::good);
    EXPECT_EQ(first.interval, 10min);
    EXPECT_EQ(status_of(first.card), Status::learning);
    EXPECT_EQ(first.card.interval_days, 0);
    const auto second = answered({}, first.card, Rating::good, first.card.fsrs.due);
    EXPECT_EQ(status_of(second.card), Status::reviewing);
    EXPECT_EQ(second.card.interval_days, 2);
    EXPECT_EQ(second.card.review_count, 2);
}

TEST(Schedule, BothSchedulersNumbersAreFilledWhicheverCounts) {
    for (const auto scheduler : {Scheduler::fsrs, Scheduler::sm2}) {
        const auto after = answered({.scheduler = scheduler}, {}, Rating::easy).card;
        EXPECT_NEAR(after.fsrs.memory->stability, 8.2956, 1e-6);
        EXPECT_GT(after.sm2.ease_factor, 2.5);
        EXPECT_EQ(after.sm2.interval_days, after.interval_days);
        EXPECT_EQ(after.fsrs.due, kNow + std::chrono::days(after.interval_days));
    }
}

TEST(Schedule, Sm2HasNoStepsAndAsksAForgottenWordTheNextDay) {
    const Settings sm2{.scheduler = Scheduler::sm2};
    const auto first = answered(sm2, {}, Rating::good).card;
    EXPECT_EQ(first.fsrs.state, State::review);
    EXPECT_EQ(first.interval_days, 1);
    const auto second = answered(sm2, first, Rating::good, first.fsrs.due).card;
    EXPECT_EQ(second.interval_days, 6);
    const auto third = answered(sm2, second, Rating::good, second.fsrs.due).card;
    EXPECT_EQ(third.interval_days, 15);
    const auto lapse = answered(sm2, third, Rating::again, third.fsrs.due);
    EXPECT_EQ(lapse.interval, 24h);
    EXPECT_EQ(lapse.card.lapses, 1);
    EXPECT_EQ(status_of(lapse.card), Status::learning);
}

TEST(Schedule, ChangingTheSchedulerMovesNoDateAndTheNextIntervalGrowsFromTheLast) {
    CardRecord card;
    card.fsrs.due = kNow;
    for (const auto rating : {Rating::good, Rating::good, Rating::good, Rating::good}) {
        card = answered({}, card, rating, card.fsrs.due).card;
    }
    const auto by_sm2 =
        answered({.scheduler = Scheduler::sm2}, card, Rating::good, card.fsrs.due).card;
    EXPECT_GT(by_sm2.interval_days, card.interval_days);
    EXPECT_LE(by_sm2.interval_days, 3 * card.interval_days + 1);
    const auto back = answered({}, by_sm2, Rating::good, by_sm2.fsrs.due).card;
    EXPECT_GT(back.interval_days, by_sm2.interval_days);
}

TEST(Schedule, ACardWithSm2sNumbersAloneIsTakenOverByFsrs) {
    CardRecord card{.sm2 = {.ease_factor = 2.5, .interval_days = 10, .repetitions = 3},
                    .interval_days = 10};
    card.fsrs.state = State::review;
    card.fsrs.last_review = kNow - std::chrono::days(10);
    const auto after = answered({}, card, Rating::good).card;
    // Stability 10 and difficulty 6.914 (ANCHORS 1.2), recalled after ten days: the ease is the
    // growth.
    EXPECT_NEAR(after.fsrs.memory->stability, 25, 0.1);
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
    EXPECT_EQ(status_of(card), Status::mastered);
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
    const auto strict = previews({Settings{.desired_retention = 0.97}}, card, card.fsrs.due);
    const auto usual = previews({}, card, card.fsrs.due);
    EXPECT_LT(strict.good, usual.good);
    EXPECT_LT(usual.again, usual.hard);
    EXPECT_LT(usual.hard, usual.good);
    EXPECT_LT(usual.good, usual.easy);
}

CardRecord forgotten(int times) {
    CardRecord card{.lapses = times};
    card.fsrs.state = State::review;
    return card;
}

TEST(Leech, TheEighthLapseSuspendsAndEveryFourthAfterWarns) {
    EXPECT_EQ(status_of(forgotten(7)), Status::reviewing);
    EXPECT_EQ(status_of(forgotten(8)), Status::suspended);
    std::vector<int> warned;
    for (int lapses = 0; lapses <= 20; ++lapses) {
        if (warns_of_leech(lapses)) warned.push_back(lapses);
    }
    EXPECT_EQ(warned, (std::vector<int>{8, 12, 16, 20}));
    EXPECT_TRUE(schedule_view(forgotten(8)).leech->reason.contains("8 times"));
    EXPECT_FALSE(schedule_view(forgotten(7)).leech.has_value());
}

TEST(Leech, APardonedLeechIsAskedOnAndStillALeech) {
    auto card = forgotten(9);
    card.leech_pardoned = true;
    EXPECT_EQ(status_of(card), Status::reviewing);
    EXPECT_TRUE(schedule_view(card).is_leech);
    card.suspended = true;
    EXPECT_EQ(status_of(card), Status::suspended);
}

TEST(Schedule, UsesTheWeightsFittedToTheLearner) {
    std::vector<double> fitted(kDefaultWeights.begin(), kDefaultWeights.end());
    fitted[2] = 11.5;  // stability after a first "good"
    EXPECT_EQ(schedule_of({{}, fitted}).weights[2], 11.5);
    EXPECT_EQ(schedule_of({}).weights, kDefaultWeights);
}

TEST(Schedule, DoesWithoutWeightsThatCannotBe) {
    EXPECT_EQ(schedule_of({{}, {1, 2, 3}}).weights, kDefaultWeights);
    EXPECT_EQ(schedule_of({{}, std::vector<double>(21, -1)}).weights, kDefaultWeights);
}

}  // namespace
}  // namespace lexi::vocabulary
