#pragma once
// A run of days on which a learner did something. Pure.
#include <chrono>
#include <optional>

#include "app/core/rows.hpp"

namespace lexi {

struct Streak {
    int current = 0;  // as of last_day
    int longest = 0;
    std::optional<Day> last_day{};
    int total_days = 0;
};

/// The run as it stands on `today`: it is lost when a whole day passed without anything.
inline int streak_on(const Streak& streak, Day today) {
    if (!streak.last_day || *streak.last_day + std::chrono::days(1) < today) return 0;
    return streak.current;
}

inline bool active_on(const Streak& streak, Day today) {
    return streak.last_day && *streak.last_day >= today;
}

/// Lost at the end of today unless something is done.
inline bool at_risk(const Streak& streak, Day today) {
    return streak.last_day && *streak.last_day + std::chrono::days(1) == today;
}

}  // namespace lexi
