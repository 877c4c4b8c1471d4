#include "app/core/streak.hpp"

#include <algorithm>

namespace lexi {
namespace {

constexpr std::chrono::days kOne{1};

bool contains(std::span<const Day> days, Day day) { return std::ranges::binary_search(days, day); }

// The days after last_day and before `until` on which nothing was done.
void miss_days(Streak& streak, Day until) {
    if (!streak.last_day) return;
    for (Day day = *streak.last_day + kOne; day < until && streak.current > 0; day += kOne) {
        if (contains(streak.excused, day)) continue;
        if (streak.reserve >= kDaysForFreeze) {
            streak.reserve -= kDaysForFreeze;
            continue;
        }
        streak.current = 0;
        streak.reserve = 0;
        streak.lost_on = day;
    }
}

}  // namespace

Streak next_day(Streak streak, Day day) {
    miss_days(streak, day);
    ++streak.current;
    ++streak.total_days;
    streak.longest = std::max(streak.longest, streak.current);
    streak.reserve = std::min(streak.reserve + 1, kDaysForFreeze * kMostFreezes);
    streak.last_day = day;
    std::erase_if(streak.excused, [day](Day excused) { return excused <= day; });
    return streak;
}

Streak fold_days(std::span<const Day> active, std::span<const Day> excused) {
    Streak streak;
    for (const Day day : active) {
        if (streak.last_day) {
            const auto from = std::ranges::upper_bound(excused, *streak.last_day);
            streak.excused.assign(from, std::ranges::lower_bound(excused, day));
        }
        streak = next_day(std::move(streak), day);
    }
    if (streak.last_day) {
        streak.excused.assign(std::ranges::upper_bound(excused, *streak.last_day), excused.end());
    }
    return streak;
}

Streak streak_as_of(Streak streak, Day today) {
    miss_days(streak, today);
    return streak;
}

int streak_on(const Streak& streak, Day today) { return streak_as_of(streak, today).current; }

bool active_on(const Streak& streak, Day today) {
    return streak.last_day && *streak.last_day >= today;
}

int freezes_on(const Streak& streak, Day today) {
    return streak_as_of(streak, today).reserve / kDaysForFreeze;
}

bool at_risk(const Streak& streak, Day today) {
    const auto now = streak_as_of(streak, today);
    return now.current > 0 && !active_on(streak, today) && now.reserve < kDaysForFreeze &&
           !contains(streak.excused, today);
}

std::optional<Day> repairable_from(const Streak& streak, Day today) {
    const auto now = streak_as_of(streak, today);
    if (!now.lost_on || *now.lost_on >= today || *now.lost_on + kRepairWithin < today) {
        return std::nullopt;
    }
    return now.lost_on;
}

}  // namespace lexi
