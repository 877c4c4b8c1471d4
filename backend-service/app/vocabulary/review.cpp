#include "app/vocabulary/review.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lexi::vocabulary {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr double kMinEase = 1.3;

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
    return fsrs::retrievability(w, days, stability);
}

double exact_interval(const Weights& w, double retention, double stability) {
    return stability / fsrs::factor(w) * (std::pow(retention, -1 / w[20]) - 1);
}

int interval_for(const Weights& w, double retention, double stability, int max_days) {
    const double days = std::nearbyint(exact_interval(w, retention, stability));
    return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(max_days)));
}

Memory next_memory(const Weights& w, const std::optional<Memory>& before, Rating rating,
                   int elapsed) {
    return before ? fsrs::next_memory(w, *before, rating, elapsed)
                  : fsrs::first_memory<double>(w, rating);
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
    const double s = std::max(interval_days, fsrs::kMinStability) * fsrs::factor(w) /
                     (std::pow(retention, -1 / w[20]) - 1);
    const double d = 11 - (ease - 1) / growth(w, s, retention);
    return {s, fsrs::clamp_difficulty(d)};
}

double ease_from_memory(const Weights& w, const Memory& memory, double retention) {
    return std::max(kMinEase,
                    1 + (11 - memory.difficulty) * growth(w, memory.stability, retention));
}

}  // namespace lexi::vocabulary
