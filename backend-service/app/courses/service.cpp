#include "app/courses/service.hpp"

#include "app/courses/store.hpp"

namespace lexi::courses {
namespace {

using Listing = http::Reply<std::vector<CourseItem>>;
using LessonPage = http::Reply<std::vector<LessonItem>>;

constexpr std::int64_t kMostLessons = 1000;  // of a course; an import allows fewer

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
            .edition = course.edition,
            .is_enrolled = course.is_enrolled,
            .is_locked = course.is_locked,
            .is_completed = course.is_completed,
            .completed_lessons = course.completed_lessons,
            .progress_percentage = course.progress_percentage,
            .stars = course.stars,
            .requires_courses = {},
            .units = std::move(units)};
}

// A locked course locks what is not completed of it.
Task<std::vector<LessonItem>> lessons_in(UnitOfWork& work, Uuid user, Uuid id, bool course_locked,
                                         std::int64_t limit, std::int64_t offset) {
    auto lessons = co_await list_lessons(work, user, id, limit, offset);
    for (auto& lesson : lessons) {
        lesson.is_locked = lesson.is_locked || (course_locked && !lesson.is_completed);
    }
    co_return lessons;
}

Task<Result<CourseView>> shown(UnitOfWork& work, Uuid user, Uuid id) {
    auto course = co_await find_course(work, user, id);
    if (!course) co_return no_course();
    auto units = co_await list_units(work, id);
    auto lessons = co_await lessons_in(work, user, id, course->is_locked, kMostLessons, 0);
    auto view = with_units(std::move(*course), std::move(units), std::move(lessons));
    view.requires_courses = co_await list_prerequisites(work, id);
    co_return view;
}

Task<Result<LessonPage>> lessons_of(UnitOfWork& work, Uuid user, Uuid id, LessonFilter filter) {
    const auto course = co_await find_course(work, user, id);
    if (!course) co_return no_course();
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(100);
    LessonPage reply(
        co_await lessons_in(work, user, id, course->is_locked, size, (page - 1) * size));
    reply.paged(http::pagination(page, size, course->total_lessons));
    co_return reply;
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

Task<Result<LessonPage>> CourseService::lessons(Uuid user, Uuid course, LessonFilter filter) {
    return db_.read<LessonPage>([user, course, filter](UnitOfWork& work) {
        return lessons_of(work, user, course, filter);
    });
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
