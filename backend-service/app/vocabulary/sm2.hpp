#pragma once
// SM-2 (P. A. Wozniak, 1990): kept beside FSRS for learners who choose it, and because the
// specification's table has its columns. Pure.
#include "app/vocabulary/review.hpp"

namespace lexi::vocabulary {

inline constexpr int kSm2SecondInterval = 6;  // days; the first is one day

struct Sm2 {
    double ease_factor = 2.5;
    int interval_days = 0;
    int repetitions = 0;  // in a row without a lapse
};

/// `quality` 0 (blackout) to 5 (perfect). Under 3 the word starts anew, with its ease lowered.
Sm2 sm2_review(const Sm2& before, int quality);

/// The quality a button stands for, and the button for a quality.
int quality_of(Rating rating);
Rating rating_of(int quality);

}  // namespace lexi::vocabulary
