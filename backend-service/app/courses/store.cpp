#include "app/courses/store.hpp"

#include <algorithm>

#include "courses_sql.hpp"

namespace lexi::courses {

// Named, because glaze does not reflect types of an anonymous namespace.
struct Pair {
    std::string left;
    std::string right;
};

namespace {

template <class T>
T from_json(const Row& row, const char* name) {
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    T value{};
    const auto text = column::text(row, name);
    if (glz::read<lenient>(value, text)) {
        throw std::logic_error(std::string("unexpected JSON in column ") + name);
    }
    return value;
}

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
            .is_enrolled = column::flag(row, "is_enrolled"),
            .progress_percentage = column::integer(row, "progress_percentage")};
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
            .best_score = score_of(row)};
}

ExerciseView exercise_of(const Row& row) {
    ExerciseView view{.id = column::text(row, "id"),
                      .kind = column::text(row, "kind"),
                      .prompt = column::text(row, "prompt"),
                      .prompt_vi = column::maybe_text(row, "prompt_vi"),
                      .choices = from_json<std::vector<std::string>>(row, "choices"),
                      .tokens = from_json<std::vector<std::string>>(row, "tokens"),
                      .audio_text = column::maybe_text(row, "audio_text"),
                      .hint_vi = column::maybe_text(row, "hint_vi")};
    for (auto& [left, right] : from_json<std::vector<Pair>>(row, "pairs")) {
        view.lefts.push_back(std::move(left));
        view.rights.push_back(std::move(right));
    }
    std::ranges::sort(view.rights);  // an order that says nothing about the pairs
    return view;
}

}  // namespace

Task<CoursePage> list_courses(UnitOfWork& work, Uuid user, CourseFilter filter, std::int64_t limit,
                              std::int64_t offset) {
    CoursePage page;
    const auto rows = co_await work.run(sql::list_courses, user, filter.language, filter.level,
                                        filter.search, limit, offset);
    for (const auto& row : rows) page.items.push_back(course_of(row));
    const auto count =
        co_await work.run(sql::count_courses, filter.language, filter.level, filter.search);
    page.total = column::bigint(count[0], "total");
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

Task<std::vector<LessonItem>> list_lessons(UnitOfWork& work, Uuid user, Uuid course) {
    const auto rows = co_await work.run(sql::list_lessons, user, course);
    std::vector<LessonItem> lessons;
    for (const auto& row : rows) lessons.push_back(lesson_of(row));
    co_return lessons;
}

Task<std::optional<LessonView>> find_lesson(UnitOfWork& work, Uuid user, Uuid lesson) {
    const auto rows = co_await work.run(sql::find_lesson, user, lesson);
    if (rows.empty()) co_return std::nullopt;
    const auto row = rows[0];
    co_return LessonView{.id = column::text(row, "id"),
                         .course_id = column::text(row, "course_id"),
                         .unit_id = column::text(row, "unit_id"),
                         .title = column::text(row, "title"),
                         .title_vi = column::maybe_text(row, "title_vi"),
                         .description = column::text(row, "description"),
                         .order_index = column::integer(row, "order_index"),
                         .estimated_minutes = column::integer(row, "estimated_minutes"),
                         .is_locked = column::flag(row, "is_locked"),
                         .is_completed = column::flag(row, "is_completed"),
                         .best_score = score_of(row),
                         .content = from_json<LessonContent>(row, "content"),
                         .exercises = {}};
}

Task<std::vector<ExerciseView>> list_exercises(UnitOfWork& work, Uuid lesson) {
    const auto rows = co_await work.run(sql::list_exercises, lesson);
    std::vector<ExerciseView> exercises;
    for (const auto& row : rows) exercises.push_back(exercise_of(row));
    co_return exercises;
}

Task<std::optional<EnrolmentView>> enrol(UnitOfWork& work, Uuid user, Uuid course, Instant now) {
    const auto rows = co_await work.run(sql::enrol, user, course, now);
    if (rows.empty()) co_return std::nullopt;
    co_return EnrolmentView{course.str(), to_rfc3339(column::instant(rows[0], "enrolled_at"))};
}

}  // namespace lexi::courses
