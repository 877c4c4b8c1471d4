#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/rewards.hpp"

namespace lexi::progress {

struct StreakPart {
    std::int64_t current_streak = 0;
    std::int64_t longest_streak = 0;
    bool is_active_today = false;
};

enum class ActivityType : std::uint8_t {
    ai_chat,
    pronunciation,
    reading,
    listening,
    writing,
    speaking,
    grammar,
    other
};

struct ActivityBody {
    ActivityType activity_type = ActivityType::other;
    std::int64_t duration = 0;  // seconds
    std::optional<std::string> occurred_at;
};

struct ActivityView {
    std::string id;
    ActivityType activity_type = ActivityType::other;
    std::int64_t duration = 0;
    std::string occurred_at;
    std::int64_t xp_earned = 0;
    StreakPart streak;
    std::vector<Unlocked> achievements_unlocked;
};

struct Summary {
    std::int64_t total_xp = 0;
    std::int64_t lessons_completed = 0;
    std::int64_t courses_enrolled = 0;
    std::int64_t words_learning = 0;
    std::int64_t time_spent_seconds = 0;
    std::int64_t current_streak = 0;
};

struct CourseProgress {
    std::string course_id;
    std::string title;
    std::int64_t completed_lessons = 0;
    std::int64_t total_lessons = 0;
    std::int64_t progress_percentage = 0;
};

struct RecentActivity {
    std::string kind;  // lesson, reviews, or an activity_type
    std::string title;
    std::string occurred_at;
};

struct ProgressView {
    Summary summary;
    std::vector<CourseProgress> course_progress;
    std::vector<RecentActivity> recent_activity;
};

enum class Range : std::uint8_t { week, month, quarter, year, all };

struct StatsFilter {
    std::optional<Range> range;
};

struct DayStats {
    std::string day;
    std::int64_t xp = 0;
    std::int64_t minutes = 0;
    std::int64_t lessons = 0;
    std::int64_t reviews = 0;
};

struct SkillTime {
    std::string skill;  // vocabulary, lessons, or an activity_type
    std::int64_t seconds = 0;
};

struct Stats {
    std::int64_t xp = 0;
    std::int64_t minutes = 0;
    std::int64_t lessons = 0;
    std::int64_t reviews = 0;
    std::int64_t words_added = 0;
    std::int64_t words_known = 0;     // now
    std::optional<double> accuracy;   // share of exercise answers that were right
    std::optional<double> retention;  // share of due words that were remembered
    std::vector<SkillTime> time_by_skill;
    std::vector<DayStats> days;  // in order, with zeros; of `all` the last year
};

}  // namespace lexi::progress

template <>
struct glz::meta<lexi::progress::ActivityType> {
    using enum lexi::progress::ActivityType;
    static constexpr auto value = glz::enumerate(
        "ai_chat", ai_chat, "pronunciation", pronunciation, "reading", reading, "listening",
        listening, "writing", writing, "speaking", speaking, "grammar", grammar, "other", other);
};

template <>
struct glz::meta<lexi::progress::Range> {
    using enum lexi::progress::Range;
    static constexpr auto value =
        glz::enumerate("week", week, "month", month, "quarter", quarter, "year", year, "all", all);
};

template <>
struct glz::json_schema<lexi::progress::ActivityBody> {
    glz::schema duration{
        .description = "seconds", .minimum = std::int64_t{0}, .maximum = std::int64_t{86'400}};
    glz::schema occurred_at{.format = glz::detail::defined_formats::datetime};
};
