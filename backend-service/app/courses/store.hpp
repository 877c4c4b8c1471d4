#pragma once
#include "app/core/database.hpp"
#include "app/courses/schema.hpp"

namespace lexi::courses {

struct CoursePage {
    std::vector<CourseItem> items;
    std::int64_t total = 0;
};

Task<CoursePage> list_courses(UnitOfWork& work, Uuid user, CourseFilter filter, std::int64_t limit,
                              std::int64_t offset);
Task<std::optional<CourseItem>> find_course(UnitOfWork& work, Uuid user, Uuid course);
/// Without their lessons, in order.
Task<std::vector<UnitView>> list_units(UnitOfWork& work, Uuid course);
Task<std::vector<LessonItem>> list_lessons(UnitOfWork& work, Uuid user, Uuid course,
                                           std::int64_t limit, std::int64_t offset);
/// The ids of the courses that it builds on.
Task<std::vector<std::string>> list_prerequisites(UnitOfWork& work, Uuid course);
/// Nothing where there is no such published course.
Task<std::optional<EnrolmentView>> enrol(UnitOfWork& work, Uuid user, Uuid course, Instant now);

}  // namespace lexi::courses
