#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

namespace lexi::streaks {

struct StreakView {
    std::int64_t current_streak = 0;
    std::int64_t longest_streak = 0;
    std::optional<std::string> last_activity_date;  // the learner's own day
    std::int64_t total_days_active = 0;
    bool is_active_today = false;
    bool at_risk = false;
    std::vector<std::string> calendar;  // active days of the last five weeks
};

struct CheckinView {
    std::int64_t current_streak = 0;
    std::int64_t longest_streak = 0;
    std::optional<std::string> last_activity_date;
    std::int64_t total_days_active = 0;
    bool is_active_today = false;
    bool at_risk = false;
    std::vector<std::string> calendar;
    std::int64_t xp_earned = 0;
};

}  // namespace lexi::streaks
