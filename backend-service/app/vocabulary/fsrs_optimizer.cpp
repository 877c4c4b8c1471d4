#include "app/vocabulary/fsrs_optimizer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/vocabulary/dual.hpp"
#include "app/vocabulary/python_random.hpp"

namespace lexi::vocabulary {

const Weights kLeastWeights = {.001, .001, .001, .001, 1,    .001, .001, .001, 0, 0, .001,
                               .001, .001, .001, 0,    0,    1,    0,    0,    0, .1};
const Weights kGreatestWeights = {100, 100, 100, 100, 10, 4, 4, .75, 4.5, .8, 3.5,
                                  5,   .25, .9,  4,   1,  6, 2, 2,   .8,  .8};

namespace {

constexpr std::size_t kWeights = std::tuple_size_v<Weights>;
constexpr std::size_t kBatch = 512;
constexpr std::size_t kEpochs = 5;
constexpr double kLearningRate = 0.04;
constexpr std::size_t kReviewsPerCard = 64;
constexpr std::uint32_t kSeed = 42;

using Number = Dual<kWeights>;
using Numbers = std::array<Number, kWeights>;
using Gradient = std::array<double, kWeights>;

struct Step {
    Rating rating;
    int elapsed;  // whole days since the step before
    bool scored;
};
using Cards = std::vector<std::vector<Step>>;

Cards cards_of(const Histories& histories, Instant from) {
    Cards cards;
    cards.reserve(histories.size());
    for (const auto& reviews : histories) {
        auto& steps = cards.emplace_back();
        for (std::size_t i = 0; i < std::min(reviews.size(), kReviewsPerCard); ++i) {
            const auto& review = reviews[i];
            const auto gap = i == 0 ? Instant::duration{} : review.at - reviews[i - 1].at;
            const auto elapsed =
                static_cast<int>(std::chrono::floor<std::chrono::days>(gap).count());
            steps.push_back({.rating = review.rating,
                             .elapsed = elapsed,
                             .scored = elapsed > 0 && review.at >= from});
        }
    }
    return cards;
}

std::size_t count_scored(const Cards& cards) {
    std::size_t count = 0;
    for (const auto& steps : cards) {
        count += static_cast<std::size_t>(std::ranges::count_if(steps, &Step::scored));
    }
    return count;
}

// Logarithms are kept above -100, as PyTorch's BCELoss keeps them.
double loss_of(double recall, Rating rating) {
    return -std::max(std::log(rating == Rating::again ? 1 - recall : recall), -100.0);
}

double loss_slope(double recall, Rating rating) {
    const double answer = rating == Rating::again ? 0 : 1;
    return (recall - answer) / std::max((1 - recall) * recall, 1e-12);
}

std::optional<double> mean_loss(const Weights& w, const Cards& cards) {
    double sum = 0;
    std::size_t count = 0;
    for (const auto& steps : cards) {
        std::optional<Memory> memory;
        for (const auto& step : steps) {
            if (memory && step.scored) {
                sum += loss_of(retrievability(w, step.elapsed, memory->stability), step.rating);
                ++count;
            }
            memory = next_memory(w, memory, step.rating, step.elapsed);
        }
    }
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
}

Numbers parameters(const Weights& w) {
    Numbers numbers;
    for (std::size_t i = 0; i < kWeights; ++i) numbers[i] = Number::parameter(w[i], i);
    return numbers;
}

// PyTorch's Adam, and its cosine annealing from kLearningRate to nothing over `steps`.
class Adam {
public:
    explicit Adam(std::size_t steps) : steps_(static_cast<double>(steps)) {}

    void step(Weights& w, const Gradient& gradient) {
        constexpr double kBeta1 = 0.9;
        constexpr double kBeta2 = 0.999;
        constexpr double kEpsilon = 1e-8;
        const double rate = kLearningRate * (1 + std::cos(std::numbers::pi * taken_ / steps_)) / 2;
        taken_ += 1;
        const double correction1 = 1 - std::pow(kBeta1, taken_);
        const double correction2 = std::sqrt(1 - std::pow(kBeta2, taken_));
        for (std::size_t i = 0; i < kWeights; ++i) {
            mean_[i] += (1 - kBeta1) * (gradient[i] - mean_[i]);
            square_[i] = kBeta2 * square_[i] + (1 - kBeta2) * gradient[i] * gradient[i];
            const double size = std::sqrt(square_[i]) / correction2 + kEpsilon;
            w[i] = std::clamp(w[i] - rate / correction1 * mean_[i] / size, kLeastWeights[i],
                              kGreatestWeights[i]);
        }
    }

private:
    double steps_;
    double taken_ = 0;
    Gradient mean_{};
    Gradient square_{};
};

// One fit in progress. A batch may end within a card: its memory then goes on as a constant.
class Fit {
public:
    Fit(const Cards& cards, std::size_t answers)
        : cards_(cards), adam_(kEpochs * ((answers + kBatch - 1) / kBatch)) {}

    bool epoch(const std::vector<std::size_t>& order, const std::stop_token& stop) {
        for (const auto card : order) {
            if (stop.stop_requested()) return false;
            learn(cards_[card]);
        }
        if (in_batch_ > 0) end_batch();
        return true;
    }
    const Weights& weights() const { return weights_; }

private:
    using Remembered = fsrs::MemoryOf<Number>;

    void learn(const std::vector<Step>& steps) {
        std::optional<Remembered> memory;
        for (const auto& step : steps) {
            if (memory && step.scored) score(memory->stability, step);
            memory = memory ? fsrs::next_memory(numbers_, *memory, step.rating, step.elapsed)
                            : fsrs::first_memory<Number>(numbers_, step.rating);
            if (in_batch_ == kBatch) {
                end_batch();
                memory = Remembered{Number(memory->stability.value), Number(memory->difficulty.value)};
            }
        }
    }

    void score(const Number& stability, const Step& step) {
        const Number recall = fsrs::retrievability(numbers_, step.elapsed, stability);
        const double slope = loss_slope(recall.value, step.rating);
        for (std::size_t i = 0; i < kWeights; ++i) gradient_[i] += slope * recall.slope[i];
        ++in_batch_;
    }

    void end_batch() {
        adam_.step(weights_, gradient_);
        numbers_ = parameters(weights_);
        gradient_ = {};
        in_batch_ = 0;
    }

    const Cards& cards_;
    Adam adam_;
    Weights weights_ = kDefaultWeights;
    Numbers numbers_ = parameters(kDefaultWeights);
    Gradient gradient_{};
    std::size_t in_batch_ = 0;
};

}  // namespace

bool are_weights(const Weights& w) {
    for (std::size_t i = 0; i < kWeights; ++i) {
        if (!(w[i] >= kLeastWeights[i] && w[i] <= kGreatestWeights[i])) return false;
    }
    return true;
}

std::size_t answer_count(const Histories& histories) {
    return count_scored(cards_of(histories, Instant::min()));
}

std::optional<double> log_loss(const Weights& w, const Histories& histories, Instant from) {
    return mean_loss(w, cards_of(histories, from));
}

std::optional<Weights> fit_weights(const Histories& histories, std::stop_token stop) {
    const auto cards = cards_of(histories, Instant::min());
    const auto answers = count_scored(cards);
    if (answers < kFewestAnswers) return kDefaultWeights;
    std::vector<std::size_t> order(cards.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    PythonRandom random(kSeed);
    Fit fit(cards, answers);
    Weights best = kDefaultWeights;
    double least = HUGE_VAL;
    for (std::size_t i = 0; i < kEpochs; ++i) {
        random.shuffle(order);
        if (!fit.epoch(order, stop)) return std::nullopt;
        const double loss = mean_loss(fit.weights(), cards).value();
        if (loss < least) {
            least = loss;
            best = fit.weights();
        }
    }
    return best;
}

}  // namespace lexi::vocabulary
