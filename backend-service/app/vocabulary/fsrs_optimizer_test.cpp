#include "app/vocabulary/fsrs_optimizer.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "app/vocabulary/dual.hpp"
#include "app/vocabulary/python_random.hpp"

namespace lexi::vocabulary {
namespace {

using testing::DoubleNear;
using testing::Pointwise;

// A learner whose 600 words are asked at growing gaps: whole numbers only, so that
// tests/data/fsrs_reference.py makes the same reviews for py-fsrs.
class Learner {
public:
    explicit Learner(int words) {
        for (int i = 0; i < words; ++i) learn();
    }
    const Histories& histories() const { return histories_; }

private:
    std::uint64_t draw(std::uint64_t limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state_ >> 33) % limit;
    }

    void learn() {
        constexpr std::int64_t kDay = 86400;
        auto& reviews = histories_.emplace_back();
        std::int64_t at = 1704067200 + static_cast<std::int64_t>(draw(200)) * kDay +
                          static_cast<std::int64_t>(draw(86400));
        const auto first = draw(100);
        auto rating = first < 30   ? Rating::again
                      : first < 45 ? Rating::hard
                      : first < 90 ? Rating::good
                                   : Rating::easy;
        level_ = 0;
        add(reviews, rating, at);
        const auto more = 8 + draw(26);
        for (std::uint64_t i = 0; i < more; ++i) {
            constexpr std::int64_t kGaps[] = {600,     86400,   259200,  691200,
                                              1728000, 4320000, 10368000};
            const auto late = static_cast<std::int64_t>(50 + draw(100));
            at += kGaps[level_] * late / 100;
            rating = answer(late);
            add(reviews, rating, at);
        }
    }

    Rating answer(std::int64_t late) {
        const auto known = static_cast<std::uint64_t>(99 - late / 10 - (level_ == 1 ? 8 : 0));
        if (draw(100) >= known) {
            level_ = level_ < 2 ? 0 : level_ - 2;
            return Rating::again;
        }
        const auto kind = draw(100);
        level_ = std::min(6, level_ + (kind < 88 ? 1 : 2));
        return kind < 15 ? Rating::hard : kind < 88 ? Rating::good : Rating::easy;
    }

    void add(std::vector<PastReview>& reviews, Rating rating, std::int64_t at) {
        reviews.push_back({.rating = rating,
                           .at = Instant(std::chrono::seconds(at)),
                           .time_spent_ms = static_cast<int>(2000 + draw(20000))});
    }

    std::uint64_t state_ = 20261125;
    int level_ = 0;
    Histories histories_;
};

const Histories& year() {
    static const Learner learner(600);
    return learner.histories();
}

// What py-fsrs makes of these reviews: tests/data/fsrs_reference.py.
constexpr std::size_t kReferenceReviews = 12906;
constexpr std::size_t kReferenceAnswers = 10956;
constexpr Weights kReferenceWeights = {0.5587016606939618,  0.8238652750207444, 1.0687659295095837,
                                       7.26798192461058,    6.273131029291056,  0.9542471083407724,
                                       2.635692338879927,   0.3094091499800876, 1.7974306372581097,
                                       0.7889243838353047,  0.7965600663482206, 1.7392731365188694,
                                       0.08970213920743504, 0.4769566278198455, 2.2006145783865634,
                                       0.9499292876720458,  1.8487534524554758, 0.5245734477772079,
                                       0.41212226709405747, 0.604081316145218,  0.1};
constexpr double kReferenceLossBefore = 0.3928918116882175;
constexpr double kReferenceLossAfter = 0.3479136104057005;
constexpr double kReferenceRetention = 0.7;

std::size_t review_count(const Histories& histories) {
    std::size_t count = 0;
    for (const auto& reviews : histories) count += reviews.size();
    return count;
}

TEST(PythonRandom, DrawsWhatPythonDraws) {  // python3: Random(42).random(), .shuffle(range(10))
    PythonRandom random(42);
    EXPECT_DOUBLE_EQ(random.uniform(), 0.6394267984578837);
    EXPECT_DOUBLE_EQ(random.uniform(), 0.025010755222666936);
    PythonRandom again(42);
    std::vector<int> items = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    again.shuffle(items);
    EXPECT_THAT(items, testing::ElementsAre(7, 3, 2, 8, 5, 6, 9, 4, 0, 1));
}

TEST(Dual, SlopesAgreeWithSmallDifferences) {
    constexpr std::size_t kCount = 21;
    const auto stability_after = [](const auto& w) {
        using T = std::decay_t<decltype(w[0])>;
        auto memory = fsrs::first_memory<T>(w, Rating::hard);
        const std::pair<Rating, int> steps[] = {{Rating::good, 0},   {Rating::easy, 4},
                                                {Rating::again, 30}, {Rating::again, 0},
                                                {Rating::hard, 2},   {Rating::good, 3}};
        for (const auto& [rating, elapsed] : steps) {
            memory = fsrs::next_memory(w, memory, rating, elapsed);
        }
        return fsrs::retrievability(w, 5.0, memory.stability);
    };
    std::array<Dual<kCount>, kCount> numbers;
    for (std::size_t i = 0; i < kCount; ++i) {
        numbers[i] = Dual<kCount>::parameter(kDefaultWeights[i], i);
    }
    const auto recall = stability_after(numbers);
    EXPECT_NEAR(recall.value, stability_after(kDefaultWeights), 1e-12);
    for (std::size_t i = 0; i < kCount; ++i) {
        constexpr double kStep = 1e-6;
        Weights low = kDefaultWeights;
        Weights high = kDefaultWeights;
        low[i] -= kStep;
        high[i] += kStep;
        const double slope = (stability_after(high) - stability_after(low)) / (2 * kStep);
        EXPECT_NEAR(recall.slope[i], slope, 1e-6 * std::max(1.0, std::abs(slope))) << "w" << i;
    }
}

TEST(Optimizer, GivesPyFsrsWeightsForTheSameReviews) {
    ASSERT_EQ(review_count(year()), kReferenceReviews);
    ASSERT_EQ(answer_count(year()), kReferenceAnswers);
    const auto fitted = fit_weights(year());
    ASSERT_TRUE(fitted);
    EXPECT_THAT(*fitted, Pointwise(DoubleNear(1e-9), kReferenceWeights));
    EXPECT_NEAR(*log_loss(kDefaultWeights, year()), kReferenceLossBefore, 1e-12);
    EXPECT_NEAR(*log_loss(*fitted, year()), kReferenceLossAfter, 1e-9);
}

TEST(Optimizer, FindsTheRetentionThatPyFsrsFinds) {
    EXPECT_EQ(best_retention(kReferenceWeights, year()), kReferenceRetention);
}

TEST(Optimizer, KeepsTheDefaultsForFewAnswers) {
    const Learner beginner(20);
    ASSERT_LT(answer_count(beginner.histories()), kFewestAnswers);
    EXPECT_EQ(fit_weights(beginner.histories()), kDefaultWeights);
    EXPECT_EQ(best_retention(kDefaultWeights, beginner.histories()), std::nullopt);
    EXPECT_EQ(fit_weights({}), kDefaultWeights);
    EXPECT_EQ(log_loss(kDefaultWeights, {}), std::nullopt);
}

TEST(Optimizer, StaysWithinItsLimits) {
    Histories always;  // remembered whatever the gap: everything wants to grow
    for (int card = 0; card < 120; ++card) {
        auto& reviews = always.emplace_back();
        for (int i = 0; i < 8; ++i) {
            reviews.push_back({.rating = Rating::easy, .at = Instant(std::chrono::days(i * 90))});
        }
    }
    const auto fitted = fit_weights(always);
    ASSERT_TRUE(fitted);
    EXPECT_TRUE(are_weights(*fitted));
    EXPECT_LT(*log_loss(*fitted, always), *log_loss(kDefaultWeights, always));
}

TEST(Optimizer, EndsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(fit_weights(year(), stop.get_token()), std::nullopt);
}

TEST(Optimizer, ScoresOnlyAnswersFromAMoment) {
    const Instant never = Instant(std::chrono::sys_days(std::chrono::year(2100) / 1 / 1));
    EXPECT_EQ(log_loss(kDefaultWeights, year(), never), std::nullopt);
    EXPECT_NE(log_loss(kDefaultWeights, year(), Instant(std::chrono::seconds(1735689600))),
              log_loss(kDefaultWeights, year()));
}

TEST(Weights, AreRefusedOutsideTheirLimits) {
    EXPECT_TRUE(are_weights(kDefaultWeights));
    Weights w = kDefaultWeights;
    w[20] = 0.9;
    EXPECT_FALSE(are_weights(w));
    w[20] = std::nan("");
    EXPECT_FALSE(are_weights(w));
}

}  // namespace
}  // namespace lexi::vocabulary
