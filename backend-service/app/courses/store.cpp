#include "app/courses/store.hpp"

#include "courses_sql.hpp"

namespace lexi::courses {

namespace {

std::optional<std::int64_t> score_of(const Row& row) {
    if (column::is_null(row, "best_score")) return std::nullopt;
    return column::integer(row, "best_score");
}

CourseItem course_of(const Row& row) {
    return {.id = column::text(row, "id"),
            .title = column::text(row, "title"),
            .title_vi = column::maybe_text(row, "title_vi"),
            .description = column::text(row, "description"),
            .description_vi = column::maybe_text(row, "description_vi"),
            .language = column::text(row, "language"),
            .level = column::text(row, "level"),
            .thumbnail_url = column::maybe_text(row, "thumbnail_url"),
            .total_lessons = column::integer(row, "total_lessons"),
            .estimated_minutes = column::integer(row, "estimated_minutes"),
            .edition = column::integer(row, "edition"),
            .is_enrolled = column::flag(row, "is_enrolled"),
            .is_locked = column::flag(row, "is_locked"),
            .is_completed = column::flag(row, "is_completed"),
            .completed_lessons = column::integer(row, "completed_lessons"),
            .progress_percentage = column::integer(row, "progress_percentage"),
            .stars = column::integer(row, "stars")};
}

LessonItem lesson_of(const Row& row) {
    return {.id = column::text(row, "id"),
            .unit_id = column::text(row, "unit_id"),
            .title = column::text(row, "title"),
            .title_vi = column::maybe_text(row, "title_vi"),
            .description = column::text(row, "description"),
            .order_index = column::integer(row, "order_index"),
            .estimated_minutes = column::integer(row, "estimated_minutes"),
            .total_exercises = column::integer(row, "total_exercises"),
            .is_locked = column::flag(row, "is_locked"),
            .is_completed = column::flag(row, "is_completed"),
            .best_score = score_of(row),
            .stars = column::integer(row, "stars")};
}

}  // namespace

Task<CoursePage> list_courses(UnitOfWork& work, Uuid user, CourseFilter filter, std::int64_t limit,
                              std::int64_t offset) {
    CoursePage page;
    const auto statement = filter.search ? sql::search_courses : sql::list_courses;
    const auto rows = co_await work.run(statement, user, filter.language, filter.level,
                                        filter.search, limit, offset);
    for (const auto& row : rows) page.items.push_back(course_of(row));
    if (!rows.empty()) {
        page.total = column::bigint(rows[0], "total");
    } else if (offset > 0) {  // past the end: nothing says how many there are
        const auto count =
            co_await work.run(sql::count_courses, filter.language, filter.level, filter.search);
        page.total = column::bigint(count[0], "total");
    }
    co_return page;
}

Task<std::optional<CourseItem>> find_course(UnitOfWork& work, Uuid user, Uuid course) {
    const auto rows = co_await work.run(sql::find_course, user, course);
    if (rows.empty()) co_return std::nullopt;
    co_return course_of(rows[0]);
}

Task<std::vector<UnitView>> list_units(UnitOfWork& work, Uuid course) {
    const auto rows = co_await work.run(sql::list_units, course);
    std::vector<UnitView> units;
    for (const auto& row : rows) {
        units.push_back({.id = column::text(row, "id"),
                         .title = column::text(row, "title"),
                         .title_vi = column::maybe_text(row, "title_vi"),
                         .description = column::text(row, "description"),
                         .order_index = column::integer(row, "order_index"),
                         .lessons = {}});
    }
    co_return units;
}

Task<std::vector<LessonItem>> list_lessons(UnitOfWork& work, Uuid user, Uuid course,
                                           std::int64_t limit, std::int64_t offset) {
    const auto rows = co_await work.run(sql::list_lessons, user, course, limit, offset);
    std::vector<LessonItem> lessons;
    for (const auto& row : rows) lessons.push_back(lesson_of(row));
    co_return lessons;
}

Task<std::vector<std::string>> list_prerequisites(UnitOfWork& work, Uuid course) {
    const auto rows = co_await work.run(sql::list_prerequisites, course);
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(column::text(row, "requires_id"));
    co_return ids;
}

Task<std::optional<EnrolmentView>> enrol(UnitOfWork& work, Uuid user, Uuid course, Instant now) {
    const auto rows = co_await work.run(sql::enrol, user, course, now);
    if (rows.empty()) co_return std::nullopt;
    co_return EnrolmentView{course.str(), to_rfc3339(column::instant(rows[0], "enrolled_at"))};
}

}  // namespace lexi::courses
