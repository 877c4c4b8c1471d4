#include "app/vocabulary/sm2.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lexi::vocabulary {
namespace {

constexpr double kMinimumEase = 1.3;
constexpr int kMaxIntervalDays = 36500;
constexpr double kNoise = 1e-6;

int next_interval(const Sm2& before, double ease) {
    if (before.repetitions == 0) return 1;
    if (before.repetitions == 1) return kSm2SecondInterval;
    // Eases are whole hundredths; what a double adds to them must not become a day.
    const double days = std::ceil(before.interval_days * ease - kNoise);
    return static_cast<int>(std::min<double>(days, kMaxIntervalDays));
}

}  // namespace

Sm2 sm2_review(const Sm2& before, int quality) {
    const double miss = 5 - quality;
    const double ease =
        std::max(kMinimumEase, before.ease_factor + 0.1 - miss * (0.08 + miss * 0.02));
    if (quality < 3) return {.ease_factor = ease, .interval_days = 1, .repetitions = 0};
    return {.ease_factor = ease,
            .interval_days = next_interval(before, before.ease_factor),
            .repetitions = before.repetitions + 1};
}

int quality_of(Rating rating) {
    switch (rating) {
        case Rating::again:
            return 1;
        case Rating::hard:
            return 3;
        case Rating::good:
            return 4;
        case Rating::easy:
            return 5;
    }
    std::unreachable();
}

Rating rating_of(int quality) {
    if (quality < 3) return Rating::again;
    if (quality == 3) return Rating::hard;
    return quality == 4 ? Rating::good : Rating::easy;
}

}  // namespace lexi::vocabulary
