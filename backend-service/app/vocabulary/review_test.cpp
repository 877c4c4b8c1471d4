#include "app/vocabulary/review.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

// Expected numbers: ANCHORS 1.3 (py-fsrs's own tests and a rerun of py-fsrs and fsrs-rs).
namespace lexi::vocabulary {
namespace {

using namespace std::chrono_literals;
using testing::DoubleNear;
using testing::ElementsAreArray;
using testing::Pointwise;

constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2022} / 11 / 29} + 12h + 30min};
constexpr double kPrecision = 2e-6;  // the anchors give six decimals

struct Course {
    std::vector<int> intervals;
    std::vector<double> stability;
    std::vector<double> difficulty;
};

void note(Course& course, const Reviewed& after) {
    course.intervals.push_back(after.interval_days);
    course.stability.push_back(after.card.memory->stability);
    course.difficulty.push_back(after.card.memory->difficulty);
}

Course at_due(const std::vector<int>& ratings, const Schedule& schedule = {}) {
    Course course;
    Card card{.due = kStart};
    for (const int rating : ratings) {
        const auto after = review(schedule, card, static_cast<Rating>(rating), card.due);
        note(course, after);
        card = after.card;
    }
    return course;
}

struct Step {
    int rating;
    int gap_days;
};

Course after_gaps(const std::vector<Step>& steps) {
    Course course;
    Card card;
    Instant now = kStart;
    for (const auto& [rating, gap] : steps) {
        now += std::chrono::days(gap);
        const auto after = review({}, card, static_cast<Rating>(rating), now);
        note(course, after);
        card = after.card;
    }
    return course;
}

const std::vector<int> kFirst = {3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3};

TEST(Fsrs, V1IntervalsAreThoseOfPyFsrs) {
    EXPECT_THAT(at_due(kFirst).intervals,
                ElementsAreArray({0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21}));
}

TEST(Fsrs, V1StabilityAndDifficulty) {
    const auto course = at_due(kFirst);
    EXPECT_THAT(course.stability,
                Pointwise(DoubleNear(kPrecision),
                          {2.3065, 2.3065, 10.971048, 46.316858, 162.999816, 497.876555, 6.890413,
                           2.154598, 2.154598, 3.983123, 7.236254, 12.483044, 20.770357}));
    EXPECT_THAT(course.difficulty,
                Pointwise(DoubleNear(kPrecision),
                          {2.118104, 2.111214, 2.104331, 2.097455, 2.090586, 2.083724, 7.383202,
                           9.125105, 9.111208, 9.097325, 9.083456, 9.069601, 9.05576}));
}

TEST(Fsrs, V2MemoryAfterGivenGaps) {
    const auto course = after_gaps({{1, 0}, {3, 0}, {3, 1}, {3, 3}, {3, 8}, {3, 21}});
    EXPECT_THAT(course.stability,
                Pointwise(DoubleNear(kPrecision),
                          {.212, .246689, 2.021477, 7.863699, 21.917713, 53.626903}));
    EXPECT_THAT(course.difficulty,
                Pointwise(DoubleNear(kPrecision),
                          {6.4133, 6.402115, 6.390941, 6.379779, 6.368627, 6.357487}));
    const std::vector<double> gaps = {1, 3, 8, 21};
    std::vector<double> recall;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        recall.push_back(retrievability(kDefaultWeights, gaps[i], course.stability[i + 1]));
    }
    EXPECT_THAT(recall, Pointwise(DoubleNear(kPrecision), {.78085, .870677, .898815, .902912}));
}

TEST(Fsrs, V2WithoutShortTermWeights) {
    Weights w = kDefaultWeights;
    w[17] = w[18] = w[19] = 0;
    std::optional<Memory> memory;
    const std::vector<Step> steps = {{1, 0}, {3, 0}, {3, 1}, {3, 3}, {3, 8}, {3, 21}};
    for (const auto& [rating, gap] : steps) {
        memory = next_memory(w, memory, static_cast<Rating>(rating), gap);
    }
    EXPECT_NEAR(memory->stability, 53.335106, 1e-4);  // fsrs-rs computes in 32-bit floats
}

TEST(Fsrs, V3FirstRatings) {
    const std::vector<double> stability = {.212, 1.2931, 2.3065, 8.2956};
    const std::vector<double> difficulty = {6.4133, 5.112171, 2.118104, 1.0};
    const std::vector<std::chrono::seconds> due = {1min, 330s, 10min, std::chrono::days(8)};
    for (int rating = 1; rating <= 4; ++rating) {
        const auto i = static_cast<std::size_t>(rating - 1);
        const auto after = review({}, {}, static_cast<Rating>(rating), kStart);
        EXPECT_NEAR(after.card.memory->stability, stability[i], kPrecision);
        EXPECT_NEAR(after.card.memory->difficulty, difficulty[i], kPrecision);
        EXPECT_EQ(after.interval, due[i]);
        EXPECT_EQ(after.card.due, kStart + due[i]);
    }
}

TEST(Fsrs, V4EasyHardAndLapse) {
    const auto course = at_due({4, 4, 2, 1, 3, 3});
    EXPECT_THAT(course.stability,
                Pointwise(DoubleNear(kPrecision),
                          {8.2956, 65.624226, 171.958835, 4.619525, 4.619525, 10.731623}));
    EXPECT_THAT(course.difficulty, Pointwise(DoubleNear(kPrecision),
                                             {1., 1., 4.010609, 8.016556, 8.003768, 7.990993}));
}

TEST(Fsrs, V5SameDayHardAndEasy) {
    const auto course = after_gaps({{3, 0}, {3, 0}, {3, 30}, {2, 1}, {4, 3}});
    EXPECT_THAT(course.stability,
                Pointwise(DoubleNear(kPrecision), {2.3065, 2.3065, 37.447877, 39.706642, 54.0596}));
    EXPECT_NEAR(course.difficulty[2], 2.104331, kPrecision);
    EXPECT_NEAR(course.difficulty[3], 4.743716, kPrecision);
    EXPECT_NEAR(course.difficulty[4], 2.972539, kPrecision);
}

TEST(Fsrs, V6AgainOnTheSameDay) {
    EXPECT_THAT(
        after_gaps({{4, 0}, {3, 8}, {1, 0}, {2, 0}, {3, 0}}).stability,
        Pointwise(DoubleNear(kPrecision), {8.2956, 38.90515, 10.855811, 5.667586, 5.667586}));
}

TEST(Fsrs, V7LowerRetentionGivesLongerIntervals) {
    const auto course = at_due({3, 3, 3, 3}, {.desired_retention = 0.8});
    EXPECT_THAT(course.intervals, ElementsAreArray({0, 8, 76, 525}));
    EXPECT_THAT(course.stability,
                Pointwise(DoubleNear(kPrecision), {2.3065, 2.3065, 22.784052, 158.302248}));
}

TEST(Fsrs, IntervalTable) {
    const std::vector<std::pair<double, std::vector<int>>> table = {
        {.7, {9, 93, 929, 9288}}, {.8, {3, 33, 332, 3316}}, {.85, {2, 19, 191, 1906}},
        {.9, {1, 10, 100, 1000}}, {.95, {1, 4, 40, 403}},   {.97, {1, 2, 22, 223}}};
    for (const auto& [retention, expected] : table) {
        std::vector<int> days;
        for (const double s : {1., 10., 100., 1000.}) {
            days.push_back(interval_for(kDefaultWeights, retention, s, 36500));
        }
        EXPECT_THAT(days, ElementsAreArray(expected)) << "at retention " << retention;
    }
}

TEST(Fsrs, RecallTable) {
    const std::vector<double> days = {1, 5, 10, 20, 50, 100, 365};
    std::vector<double> recall;
    for (const double t : days) recall.push_back(retrievability(kDefaultWeights, t, 10));
    EXPECT_THAT(recall, Pointwise(DoubleNear(kPrecision),
                                  {.985682, .940344, .9, .845885, .760528, .692827, .573559}));
}

TEST(Fsrs, UnboundedIntervalsAreThoseOfFsrsRs) {
    const std::vector<double> expected = {3116766, 34793, 2508, 387, 90, 27, 9, 3, 1};
    for (int i = 0; i < 9; ++i) {
        const double days = exact_interval(kDefaultWeights, 0.1 * (i + 1), 1);
        const double wanted = expected[static_cast<std::size_t>(i)];
        // fsrs-rs computes in 32-bit floats: the largest differs in its seventh digit.
        EXPECT_NEAR(std::max(1.0, std::nearbyint(days)), wanted, wanted * 1e-6);
    }
    Weights w = kDefaultWeights;
    w[20] = 0.2;
    EXPECT_NEAR(retrievability(w, 0, 1), 1, 1e-7);
    EXPECT_NEAR(retrievability(w, 1, 1), .9, 1e-7);
    EXPECT_NEAR(retrievability(w, 2, 1), .84028935, 1e-7);
    EXPECT_NEAR(retrievability(w, 3, 1), .7985001, 1e-7);
}

TEST(Fsrs, MemoryFromSm2) {
    struct Row {
        double ease, interval, retention, stability, difficulty;
    };
    for (const auto& row : {Row{2.5, 10, .9, 10, 6.9140563}, Row{2.5, 10, .8, 3.01572, 9.393428},
                            Row{2.5, 10, .95, 24.841097, 1.2974405}, Row{1.3, 20, .9, 20, 10}}) {
        const auto memory = memory_from_sm2(kDefaultWeights, row.ease, row.interval, row.retention);
        EXPECT_NEAR(memory.stability, row.stability, 1e-4);
        EXPECT_NEAR(memory.difficulty, row.difficulty, 1e-4);
    }
}

TEST(Fsrs, Sm2AndBackIsTheSameEase) {
    for (const double ease : {1.5, 2.0, 2.5, 3.0}) {
        const auto memory = memory_from_sm2(kDefaultWeights, ease, 12, .9);
        EXPECT_NEAR(ease_from_memory(kDefaultWeights, memory, .9), ease, 1e-9);
    }
}

TEST(Fsrs, ALapseGoesToRelearningAndBackToReview) {
    Card card = review({}, {}, Rating::easy, kStart).card;
    ASSERT_EQ(card.state, State::review);
    const auto lapsed = review({}, card, Rating::again, card.due);
    EXPECT_EQ(lapsed.card.state, State::relearning);
    EXPECT_EQ(lapsed.interval, 10min);
    EXPECT_EQ(review({}, lapsed.card, Rating::hard, lapsed.card.due).interval, 15min);
    EXPECT_EQ(review({}, lapsed.card, Rating::good, lapsed.card.due).card.state, State::review);
}

TEST(Fsrs, WithoutStepsEveryAnswerIsAReview) {
    const Schedule no_steps{.learning_steps = {}, .relearning_steps = {}};
    const auto first = review(no_steps, {}, Rating::again, kStart);
    EXPECT_EQ(first.card.state, State::review);
    EXPECT_EQ(first.interval_days, 1);
    EXPECT_EQ(review(no_steps, first.card, Rating::again, first.card.due).card.state,
              State::review);
}

TEST(Fsrs, AClockThatWentBackCountsAsTheSameDay) {
    const Card card = review({}, {}, Rating::easy, kStart).card;
    const auto before = review({}, card, Rating::good, kStart - 72h);
    const auto same = review({}, card, Rating::good, kStart);
    EXPECT_DOUBLE_EQ(before.card.memory->stability, same.card.memory->stability);
}

TEST(Fuzz, LeavesShortIntervalsAlone) {
    EXPECT_EQ(fuzz_range(1, 36500), (Range{1, 1}));
    EXPECT_EQ(fuzz_range(2, 36500), (Range{2, 2}));
}

TEST(Fuzz, TheRangeGrowsWithTheInterval) {
    EXPECT_EQ(fuzz_range(3, 36500), (Range{2, 4}));
    // 10 days: 1 + .15 * 4.5 + .10 * 3 = 1.975, so 8 to 12.
    EXPECT_EQ(fuzz_range(10, 36500), (Range{8, 12}));
    // 100 days: 1 + .675 + 1.3 + .05 * 80 = 6.975.
    EXPECT_EQ(fuzz_range(100, 36500), (Range{93, 107}));
    EXPECT_EQ(fuzz_range(36500, 36500).high, 36500);
}

TEST(Fuzz, TheSpreadIsAskedForReviewsOnly) {
    const Spread latest = [](int, Range range) { return range.high; };
    EXPECT_EQ(review({}, {}, Rating::good, kStart, latest).interval, 10min);
    const auto easy = review({}, {}, Rating::easy, kStart, latest);
    EXPECT_EQ(easy.interval_days, fuzz_range(8, 36500).high);
    EXPECT_EQ(easy.card.due, kStart + std::chrono::days(easy.interval_days));
}

TEST(Fsrs, MemoryStaysFiniteUnderAnySequence) {
    std::mt19937 random(7);
    for (int run = 0; run < 500; ++run) {
        Card card;
        Instant now = kStart;
        for (int i = 0; i < 60; ++i) {
            now += std::chrono::hours(random() % 2000);
            const auto after = review({}, card, static_cast<Rating>(1 + random() % 4), now);
            card = after.card;
            ASSERT_TRUE(std::isfinite(card.memory->stability));
            ASSERT_GE(card.memory->stability, 0.001);
            ASSERT_GE(card.memory->difficulty, 1);
            ASSERT_LE(card.memory->difficulty, 10);
            ASSERT_GT(card.due, now);
        }
    }
}

}  // namespace
}  // namespace lexi::vocabulary
