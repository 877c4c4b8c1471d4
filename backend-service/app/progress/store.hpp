#pragma once
#include "app/core/database.hpp"
#include "app/progress/schema.hpp"

namespace lexi::progress {

struct ActivityRow {
    Uuid id;
    std::string type;
    std::int64_t seconds = 0;
    Day day;
    Instant at;
};

Task<Rows> add_activity(UnitOfWork& work, Uuid user, ActivityRow activity);

Task<Summary> load_summary(UnitOfWork& work, Uuid user);
Task<std::vector<CourseProgress>> load_courses(UnitOfWork& work, Uuid user);
Task<std::vector<RecentActivity>> load_recent(UnitOfWork& work, Uuid user);
/// One entry a day from `from` to `to`, with zeros where nothing happened.
Task<std::vector<DayStats>> load_days(UnitOfWork& work, Uuid user, Day from, Day to);
/// Everything but the days, from `from` on; without it, of all time.
Task<Stats> load_sums(UnitOfWork& work, Uuid user, std::optional<Day> from);

}  // namespace lexi::progress
