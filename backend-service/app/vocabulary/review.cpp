#include "app/vocabulary/review.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lexi::vocabulary {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr double kMinStability = 0.001;
constexpr double kMinDifficulty = 1;
constexpr double kMaxDifficulty = 10;
constexpr double kMinEase = 1.3;

double grade(Rating rating) { return static_cast<double>(rating); }

double decay(const Weights& w) { return -w[20]; }

double factor(const Weights& w) { return std::pow(0.9, 1 / decay(w)) - 1; }

double clamp_difficulty(double d) { return std::clamp(d, kMinDifficulty, kMaxDifficulty); }

double clamp_stability(double s) { return std::max(s, kMinStability); }

double initial_difficulty(const Weights& w, Rating rating) {
    return w[4] - std::exp(w[5] * (grade(rating) - 1)) + 1;
}

double next_difficulty(const Weights& w, double d, Rating rating) {
    const double change = -w[6] * (grade(rating) - 3);
    const double damped = d + (kMaxDifficulty - d) * change / 9;
    const double target = initial_difficulty(w, Rating::easy);  // deliberately not clamped
    return clamp_difficulty(w[7] * target + (1 - w[7]) * damped);
}

double stability_after_recall(const Weights& w, const Memory& m, double r, Rating rating) {
    const double hard = rating == Rating::hard ? w[15] : 1;
    const double easy = rating == Rating::easy ? w[16] : 1;
    return m.stability * (1 + std::exp(w[8]) * (11 - m.difficulty) * std::pow(m.stability, -w[9]) *
                                  (std::exp(w[10] * (1 - r)) - 1) * hard * easy);
}

double stability_after_lapse(const Weights& w, const Memory& m, double r) {
    const double long_term = w[11] * std::pow(m.difficulty, -w[12]) *
                             (std::pow(m.stability + 1, w[13]) - 1) * std::exp(w[14] * (1 - r));
    return std::min(long_term, m.stability / std::exp(w[17] * w[18]));
}

double stability_same_day(const Weights& w, double s, Rating rating) {
    double growth = std::exp(w[17] * (grade(rating) - 3 + w[18])) * std::pow(s, -w[19]);
    if (rating >= Rating::good) growth = std::max(growth, 1.0);
    return s * growth;
}

// By how much, a difficulty step, stability grows when a word is recalled at `retention`.
double growth(const Weights& w, double stability, double retention) {
    return std::exp(w[8]) * std::pow(stability, -w[9]) * (std::exp((1 - retention) * w[10]) - 1);
}

// Whole days of 24 hours, as py-fsrs counts them; a clock that went back counts as none.
int elapsed_days(const Card& card, Instant now) {
    if (!card.last_review) return 0;
    return std::max(0, static_cast<int>(std::chrono::floor<days>(now - *card.last_review).count()));
}

seconds hard_step(const std::vector<seconds>& steps, std::size_t step) {
    if (step > 0) return steps[step];
    return steps.size() == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2;
}

// The learning or relearning step to wait for, having moved `card` to it; nothing: it graduates.
std::optional<seconds> next_step(const std::vector<seconds>& steps, Card& card, Rating rating) {
    if (steps.empty() || (card.step >= steps.size() && rating != Rating::again)) {
        return std::nullopt;
    }
    switch (rating) {
        case Rating::again:
            card.step = 0;
            return steps[0];
        case Rating::hard:
            return hard_step(steps, card.step);
        case Rating::good:
            if (card.step + 1 >= steps.size()) return std::nullopt;
            return steps[++card.step];
        case Rating::easy:
            return std::nullopt;
    }
    std::unreachable();
}

std::optional<seconds> step_after(const Schedule& schedule, Card& card, Rating rating) {
    switch (card.state) {
        case State::learning:
            return next_step(schedule.learning_steps, card, rating);
        case State::relearning:
            return next_step(schedule.relearning_steps, card, rating);
        case State::review:
            if (rating != Rating::again || schedule.relearning_steps.empty()) return std::nullopt;
            card.state = State::relearning;
            card.step = 0;
            return schedule.relearning_steps[0];
    }
    std::unreachable();
}

}  // namespace

double retrievability(const Weights& w, double days, double stability) {
    return std::pow(1 + factor(w) * days / stability, decay(w));
}

double exact_interval(const Weights& w, double retention, double stability) {
    return stability / factor(w) * (std::pow(retention, 1 / decay(w)) - 1);
}

int interval_for(const Weights& w, double retention, double stability, int max_days) {
    const double days = std::nearbyint(exact_interval(w, retention, stability));
    return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(max_days)));
}

Memory next_memory(const Weights& w, const std::optional<Memory>& before, Rating rating,
                   int elapsed) {
    if (!before) {
        const double first = w[static_cast<std::size_t>(rating) - 1];
        return {clamp_stability(first), clamp_difficulty(initial_difficulty(w, rating))};
    }
    double s = 0;
    if (elapsed < 1) {
        s = stability_same_day(w, before->stability, rating);
    } else {
        const double r = retrievability(w, elapsed, before->stability);
        s = rating == Rating::again ? stability_after_lapse(w, *before, r)
                                    : stability_after_recall(w, *before, r, rating);
    }
    return {clamp_stability(s), next_difficulty(w, before->difficulty, rating)};
}

Reviewed review(const Schedule& schedule, const Card& before, Rating rating, Instant now,
                const Spread& spread) {
    Reviewed out{.card = before};
    Card& card = out.card;
    card.memory = next_memory(schedule.weights, before.memory, rating, elapsed_days(before, now));
    card.last_review = now;
    if (const auto step = step_after(schedule, card, rating)) {
        out.interval = *step;
    } else {
        card.state = State::review;
        card.step = 0;
        out.interval_days = interval_for(schedule.weights, schedule.desired_retention,
                                         card.memory->stability, schedule.max_interval_days);
        if (spread) {
            out.interval_days = spread(out.interval_days,
                                       fuzz_range(out.interval_days, schedule.max_interval_days));
        }
        out.interval = days(out.interval_days);
    }
    card.due = now + out.interval;
    return out;
}

Range fuzz_range(int days, int max_days) {
    if (days < 2.5) return {days, days};
    struct Part {
        double from, to, share;
    };
    constexpr Part kParts[] = {{2.5, 7, 0.15}, {7, 20, 0.10}, {20, HUGE_VAL, 0.05}};
    double delta = 1;
    for (const auto& part : kParts) {
        delta += part.share * std::max(std::min<double>(days, part.to) - part.from, 0.0);
    }
    const int high = std::min(static_cast<int>(std::nearbyint(days + delta)), max_days);
    const int low = std::min(std::max(2, static_cast<int>(std::nearbyint(days - delta))), high);
    return {low, high};
}

Memory memory_from_sm2(const Weights& w, double ease, double interval_days, double retention) {
    const double s = std::max(interval_days, kMinStability) * factor(w) /
                     (std::pow(retention, 1 / decay(w)) - 1);
    const double d = 11 - (ease - 1) / growth(w, s, retention);
    return {s, clamp_difficulty(d)};
}

double ease_from_memory(const Weights& w, const Memory& memory, double retention) {
    return std::max(kMinEase,
                    1 + (11 - memory.difficulty) * growth(w, memory.stability, retention));
}

}  // namespace lexi::vocabulary
