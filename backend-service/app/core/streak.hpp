#pragma once
// A run of days on which a learner did something. Pure: the whole state is a fold over the active
// days and the days that are excused, so that days which arrive late, in any order, give the same
// streak.
//
// Seven active days of a run earn a freeze; two are held at most. A day without anything spends one
// and leaves the run as it is; without one the run is lost. An excused day costs nothing: it was
// repaired afterwards, or the learner never lived it (travelling east).
#include <optional>
#include <span>
#include <vector>

#include "app/core/rows.hpp"

namespace lexi {

inline constexpr int kDaysForFreeze = 7;
inline constexpr int kMostFreezes = 2;
inline constexpr std::chrono::days kRepairWithin{2};  // after the day that lost the run

struct Streak {
    int current = 0;  // as of last_day
    int longest = 0;
    std::optional<Day> last_day{};
    int total_days = 0;
    int reserve = 0;               // active days towards freezes: each seven of them are one
    std::optional<Day> lost_on{};  // the day without anything that lost the last run
    std::vector<Day> excused{};    // those after last_day, in order
};

/// `streak` with one more active day, later than all before it.
Streak next_day(Streak streak, Day day);

/// The streak of all `active` and `excused` days, each in order.
Streak fold_days(std::span<const Day> active, std::span<const Day> excused);

/// The streak as it stands on `today`, when the days from last_day to yesterday are accounted for:
/// freezes spent, or the run lost.
Streak streak_as_of(Streak streak, Day today);

/// The run as it stands on `today`.
int streak_on(const Streak& streak, Day today);

bool active_on(const Streak& streak, Day today);

int freezes_on(const Streak& streak, Day today);

/// Lost at the end of today unless something is done: nothing was done yet, and no freeze is left.
bool at_risk(const Streak& streak, Day today);

/// The day that lost a run and can still be repaired today, with those after it.
std::optional<Day> repairable_from(const Streak& streak, Day today);

}  // namespace lexi
