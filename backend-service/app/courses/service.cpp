#include "app/courses/service.hpp"

#include "app/courses/store.hpp"

namespace lexi::courses {
namespace {

using Listing = http::Reply<std::vector<CourseItem>>;

std::unexpected<Problem> no_course() { return fail(Fault::not_found, "There is no such course."); }

Task<Result<Listing>> listed(UnitOfWork& work, Uuid user, CourseFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    if (filter.level) filter.level = level_from(*filter.level);
    auto found = co_await list_courses(work, user, std::move(filter), size, (page - 1) * size);
    Listing reply(std::move(found.items));
    reply.paged(http::pagination(page, size, found.total));
    co_return reply;
}

CourseView with_units(CourseItem course, std::vector<UnitView> units,
                      std::vector<LessonItem> lessons) {
    for (auto& lesson : lessons) {
        for (auto& unit : units) {
            if (unit.id == lesson.unit_id) unit.lessons.push_back(std::move(lesson));
        }
    }
    return {.id = std::move(course.id),
            .title = std::move(course.title),
            .title_vi = std::move(course.title_vi),
            .description = std::move(course.description),
            .description_vi = std::move(course.description_vi),
            .language = std::move(course.language),
            .level = std::move(course.level),
            .thumbnail_url = std::move(course.thumbnail_url),
            .total_lessons = course.total_lessons,
            .estimated_minutes = course.estimated_minutes,
            .is_enrolled = course.is_enrolled,
            .progress_percentage = course.progress_percentage,
            .units = std::move(units)};
}

Task<Result<CourseView>> shown(UnitOfWork& work, Uuid user, Uuid id) {
    auto course = co_await find_course(work, user, id);
    if (!course) co_return no_course();
    auto units = co_await list_units(work, id);
    auto lessons = co_await list_lessons(work, user, id);
    co_return with_units(std::move(*course), std::move(units), std::move(lessons));
}

Task<Result<std::vector<LessonItem>>> lessons_of(UnitOfWork& work, Uuid user, Uuid id) {
    const auto course = co_await find_course(work, user, id);
    if (!course) co_return no_course();
    auto lessons = co_await list_lessons(work, user, id);
    co_return lessons;
}

Task<Result<LessonView>> lesson_shown(UnitOfWork& work, Uuid user, Uuid id) {
    auto lesson = co_await find_lesson(work, user, id);
    if (!lesson) co_return fail(Fault::not_found, "There is no such lesson.");
    lesson->exercises = co_await list_exercises(work, id);
    co_return std::move(*lesson);
}

Task<Result<EnrolmentView>> enrolled(UnitOfWork& work, Uuid user, Uuid course, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    auto enrolment = co_await lexi::courses::enrol(work, user, course, now);
    if (!enrolment) co_return no_course();
    co_return std::move(*enrolment);
}

}  // namespace

Task<Result<Listing>> CourseService::list(Uuid user, CourseFilter filter) {
    return db_.read<Listing>([user, filter = std::move(filter)](UnitOfWork& work) {
        return listed(work, user, filter);
    });
}

Task<Result<CourseView>> CourseService::show(Uuid user, Uuid course) {
    return db_.read<CourseView>(
        [user, course](UnitOfWork& work) { return shown(work, user, course); });
}

Task<Result<std::vector<LessonItem>>> CourseService::lessons(Uuid user, Uuid course) {
    return db_.read<std::vector<LessonItem>>(
        [user, course](UnitOfWork& work) { return lessons_of(work, user, course); });
}

Task<Result<LessonView>> CourseService::lesson(Uuid user, Uuid lesson) {
    return db_.read<LessonView>(
        [user, lesson](UnitOfWork& work) { return lesson_shown(work, user, lesson); });
}

Task<Result<http::Reply<EnrolmentView>>> CourseService::enrol(http::Request request, Uuid course) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<EnrolmentView> effect = [user, course, now](UnitOfWork& work) {
        return enrolled(work, user, course, now);
    };
    return once<EnrolmentView>(db_, std::move(request), "courses.enroll", std::move(effect));
}

}  // namespace lexi::courses
