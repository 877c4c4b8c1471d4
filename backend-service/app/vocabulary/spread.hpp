#pragma once
// Which day of its range a review falls on. Pure.
//
// Offline reviews arrive in any order and must give the same dates in each, so theirs depend on
// nothing but the card, the number of the review and the learner's easy days (fuzz_day). A review
// that is answered as it is asked looks at what is due already (least_loaded); its date is stored,
// and a later replay that has to change it uses fuzz_day.
#include <array>
#include <string_view>
#include <vector>

#include "app/core/account.hpp"
#include "app/vocabulary/review.hpp"

namespace lexi::vocabulary {

inline constexpr int kBalancedDays = 90;  // longer intervals are only fuzzed (ANCHORS 1.5)

/// How much of a usual day's reviews the learner wants on each day of an interval that begins on
/// `today`.
class DayWeights {
public:
    DayWeights(const EasyDays& easy, Day today);
    /// 0 to 1, for the day `days` after today.
    double operator()(int days) const;

private:
    std::array<double, 7> by_weekday_;  // from Sunday, as std::chrono counts
    Day today_;
};

/// A draw in [0, 1) that is always the same for the same card and count.
double fuzz_draw(std::string_view card_id, int review_count);

/// The day that `draw` falls on when each day of `range` gets its weight's share; where the learner
/// wants none of them, each gets the same.
int fuzz_day(Range range, double draw, const DayWeights& weights);

/// The day with the fewest cards for its weight; of several the one nearest to `days`, then the
/// earlier. `due[i]` cards are due on day range.low + i.
int least_loaded(int days, Range range, const std::vector<std::int64_t>& due,
                 const DayWeights& weights);

}  // namespace lexi::vocabulary
