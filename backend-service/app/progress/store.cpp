#include "app/progress/store.hpp"

#include "progress_sql.hpp"

namespace lexi::progress {
namespace {

std::optional<double> share(const Row& row, const char* part, const char* whole) {
    const auto all = column::bigint(row, whole);
    if (all == 0) return std::nullopt;
    return static_cast<double>(column::bigint(row, part)) / static_cast<double>(all);
}

}  // namespace

Task<Rows> add_activity(UnitOfWork& work, Uuid user, ActivityRow activity) {
    return work.run(sql::add_activity, user, activity.id, activity.type, activity.seconds,
                    activity.day, activity.at);
}

Task<Summary> load_summary(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_summary, user);
    if (rows.empty()) co_return Summary{};
    const auto row = rows[0];
    co_return Summary{.total_xp = column::bigint(row, "total_xp"),
                      .lessons_completed = column::bigint(row, "lessons_completed"),
                      .courses_enrolled = column::bigint(row, "courses_enrolled"),
                      .words_learning = column::bigint(row, "words_learning"),
                      .time_spent_seconds = column::bigint(row, "time_spent_seconds")};
}

Task<std::vector<CourseProgress>> load_courses(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_courses, user);
    std::vector<CourseProgress> list;
    for (const auto& row : rows) {
        CourseProgress item{.course_id = column::text(row, "course_id"),
                            .title = column::text(row, "title"),
                            .completed_lessons = column::bigint(row, "completed_lessons"),
                            .total_lessons = column::bigint(row, "total_lessons")};
        if (item.total_lessons > 0) {
            item.progress_percentage = 100 * item.completed_lessons / item.total_lessons;
        }
        list.push_back(std::move(item));
    }
    co_return list;
}

Task<std::vector<RecentActivity>> load_recent(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_recent, user);
    std::vector<RecentActivity> list;
    for (const auto& row : rows) {
        list.push_back({.kind = column::text(row, "kind"),
                        .title = column::text(row, "title"),
                        .occurred_at = to_rfc3339(column::instant(row, "occurred_at"))});
    }
    co_return list;
}

Task<std::vector<DayStats>> load_days(UnitOfWork& work, Uuid user, Day from, Day to) {
    const auto rows = co_await work.run(sql::load_days, user, from, to);
    std::vector<DayStats> days;
    for (const auto& row : rows) {
        days.push_back({.day = column::text(row, "day"),
                        .xp = column::bigint(row, "xp"),
                        .minutes = column::bigint(row, "minutes"),
                        .lessons = column::bigint(row, "lessons"),
                        .reviews = column::bigint(row, "reviews")});
    }
    co_return days;
}

Task<Stats> load_sums(UnitOfWork& work, Uuid user, std::optional<Day> from) {
    const auto rows = co_await work.run(from ? sql::sum_days : sql::load_totals, user, from);
    const auto row = rows[0];
    Stats stats{.xp = column::bigint(row, "xp"),
                .minutes = column::bigint(row, "seconds") / 60,
                .lessons = column::bigint(row, "lessons"),
                .reviews = column::bigint(row, "reviews"),
                .words_added = column::bigint(row, "words_added"),
                .words_known = column::bigint(row, "words_known"),
                .accuracy = share(row, "answers_correct", "answers"),
                .retention = share(row, "reviews_recalled", "reviews_due"),
                .time_by_skill = {},
                .days = {}};
    const auto skills = co_await work.run(sql::sum_skills, user, from);
    for (const auto& skill : skills) {
        stats.time_by_skill.push_back(
            {.skill = column::text(skill, "skill"), .seconds = column::bigint(skill, "seconds")});
    }
    co_return stats;
}

}  // namespace lexi::progress
