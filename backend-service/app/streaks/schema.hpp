#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/rewards.hpp"

namespace lexi::streaks {

struct CalendarFilter {
    std::optional<std::int64_t> days;
};

struct StreakView {
    std::int64_t current_streak = 0;
    std::int64_t longest_streak = 0;
    std::optional<std::string> last_activity_date;  // the learner's own day
    std::int64_t total_days_active = 0;
    bool is_active_today = false;
    bool at_risk = false;  // lost at the end of today unless something is done
    std::int64_t freezes = 0;
    bool can_repair = false;
    std::vector<std::string> calendar;  // the active days of the last `days`
};

struct CheckinView {
    std::int64_t current_streak = 0;
    std::int64_t longest_streak = 0;
    std::optional<std::string> last_activity_date;
    std::int64_t total_days_active = 0;
    bool is_active_today = false;
    bool at_risk = false;
    std::int64_t freezes = 0;
    bool can_repair = false;
    std::vector<std::string> calendar;
    std::int64_t xp_earned = 0;
    std::vector<Unlocked> achievements_unlocked;
};

}  // namespace lexi::streaks

template <>
struct glz::json_schema<lexi::streaks::CalendarFilter> {
    glz::schema days{.description = "how many days the calendar covers; 35 where it is not said",
                     .minimum = std::int64_t{1},
                     .maximum = std::int64_t{366}};
};
