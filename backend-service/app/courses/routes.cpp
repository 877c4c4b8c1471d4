#include "app/courses/routes.hpp"

namespace lexi::courses {
namespace {

using http::Request;

Task<Result<CourseView>> show(CourseService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto view = co_await service->show(r.who().id, *id);
    co_return view;
}

Task<Result<std::vector<LessonItem>>> lessons(CourseService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto list = co_await service->lessons(r.who().id, *id);
    co_return list;
}

Task<Result<http::Reply<EnrolmentView>>> enrol(CourseService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->enrol(std::move(r), *id);
    co_return reply;
}

Task<Result<LessonView>> lesson(CourseService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto view = co_await service->lesson(r.who().id, *id);
    co_return view;
}

}  // namespace

void mount_courses(http::Router& router, CourseService& service) {
    router.get<std::vector<CourseItem>, CourseFilter>(
        "/courses", {.summary = "Courses", .tag = "courses", .paged = true},
        [&service](Request r, CourseFilter f) { return service.list(r.who().id, std::move(f)); });
    router.get<CourseView>("/courses/{id}",
                           {.summary = "A course with its units and lessons", .tag = "courses"},
                           [&service](Request r) { return show(&service, std::move(r)); });
    router.get<std::vector<LessonItem>>(
        "/courses/{id}/lessons", {.summary = "The lessons of a course in order", .tag = "courses"},
        [&service](Request r) { return lessons(&service, std::move(r)); });
    router.post<http::None, EnrolmentView>(
        "/courses/{id}/enroll",
        {.summary = "Enrol in a course", .tag = "courses", .idempotent = true},
        [&service](Request r, http::None) { return enrol(&service, std::move(r)); });
    router.get<LessonView>(
        "/lessons/{id}",
        {.summary = "A lesson with its exercises, without their answers", .tag = "courses"},
        [&service](Request r) { return lesson(&service, std::move(r)); });
}

}  // namespace lexi::courses
