#include "app/courses/routes.hpp"

#include "app/core/etag.hpp"

namespace lexi::courses {
namespace {

using http::Reply;
using http::Request;

Task<Result<Reply<std::vector<CourseItem>>>> list(CourseService* service, Request r,
                                                  CourseFilter filter) {
    auto page = co_await service->list(r.who().id, std::move(filter));
    if (!page) co_return std::unexpected(page.error());
    co_return http::tagged(r, std::move(*page));
}

Task<Result<Reply<CourseView>>> show(CourseService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto view = co_await service->show(r.who().id, *id);
    if (!view) co_return std::unexpected(view.error());
    co_return http::tagged(r, Reply<CourseView>(std::move(*view)));
}

Task<Result<Reply<std::vector<LessonItem>>>> lessons(CourseService* service, Request r,
                                                     LessonFilter filter) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto page = co_await service->lessons(r.who().id, *id, filter);
    if (!page) co_return std::unexpected(page.error());
    co_return http::tagged(r, std::move(*page));
}

Task<Result<http::Reply<EnrolmentView>>> enrol(CourseService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->enrol(std::move(r), *id);
    co_return reply;
}

}  // namespace

void mount_courses(http::Router& router, CourseService& service) {
    router.get<std::vector<CourseItem>, CourseFilter>(
        "/courses",
        {.summary = "Courses",
         .tag = "courses",
         .paged = true,
         .description = "`search` looks for every word, or the beginning of one, in titles and "
                        "descriptions, with or without Vietnamese marks."},
        [&service](Request r, CourseFilter f) {
            return list(&service, std::move(r), std::move(f));
        });
    http::may_be_unchanged(router);
    router.get<CourseView>("/courses/{id}",
                           {.summary = "A course with its units and lessons", .tag = "courses"},
                           [&service](Request r) { return show(&service, std::move(r)); });
    http::may_be_unchanged(router);
    router.get<std::vector<LessonItem>, LessonFilter>(
        "/courses/{id}/lessons",
        {.summary = "The lessons of a course in order", .tag = "courses", .paged = true},
        [&service](Request r, LessonFilter f) { return lessons(&service, std::move(r), f); });
    http::may_be_unchanged(router);
    router.post<http::None, EnrolmentView>(
        "/courses/{id}/enroll",
        {.summary = "Enrol in a course", .tag = "courses", .idempotent = true},
        [&service](Request r, http::None) { return enrol(&service, std::move(r)); });
}

}  // namespace lexi::courses
