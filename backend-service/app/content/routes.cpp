#include "app/content/routes.hpp"

namespace lexi::content {
namespace {

using http::Access;
using http::Reply;
using http::Request;

Author author_of(const Request& request) {
    return {.id = request.who().id, .is_admin = request.who().role == jwt::Role::admin};
}

Task<Result<DraftView>> show(AuthoringService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto view = co_await service->show(author_of(r), *id);
    co_return view;
}

Task<Result<AuthoredCourse>> publish(AuthoringService* service, Request r, PublishBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto course = co_await service->publish(author_of(r), *id, body.published);
    co_return course;
}

Task<Result<Reply<std::vector<LessonResult>>>> results(AuthoringService* service, Request r,
                                                       PageFilter filter) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto page = co_await service->results(author_of(r), *id, filter);
    co_return page;
}

constexpr const char* kImport =
    "A course as content/README.md describes it, with its units in place of their file names. All "
    "of it is imported or nothing; the reply lists what changed. A new course is a draft, which "
    "only its author and administrators see. With `dry_run` nothing is written.";

constexpr const char* kCourse =
    R"({"slug": "my-course", "title": "My course", "description": "", "language": "en",
        "level": "A1", "dry_run": true, "units": [{"slug": "one", "title": "One", "lessons":
        [{"slug": "hello", "title": "Hello", "estimated_minutes": 10, "exercises": [{"slug": "are",
        "kind": "cloze", "prompt": "How ____ you?", "answer": "are"}]}]}]})";

http::Operation import_operation(Access access, const char* tag) {
    return {.summary = "Import a course",
            .tag = tag,
            .access = access,
            .faults = {Fault::conflict, Fault::already_exists},
            .description = kImport,
            .request_example = kCourse};
}

}  // namespace

void mount_authoring(http::Router& router, AuthoringService& service) {
    const auto import = [&service](Request r, CourseBody b) {
        return service.import(author_of(r), std::move(b));
    };
    router.post<CourseBody, ImportView>("/admin/courses/import",
                                        import_operation(Access::admin, "admin"), import);
    router.post<CourseBody, ImportView>("/teacher/courses/import",
                                        import_operation(Access::teacher, "teacher"), import);
    router.put<PublishBody, AuthoredCourse>(
        "/admin/courses/{id}/publish",
        {.summary = "Publish a course, or withdraw it",
         .tag = "admin",
         .access = Access::admin,
         .request_example = R"({"published": true})"},
        [&service](Request r, PublishBody b) { return publish(&service, std::move(r), b); });
    router.get<std::vector<AuthoredCourse>, PageFilter>(
        "/teacher/courses",
        {.summary = "Your courses, drafts included; an administrator sees every one",
         .tag = "teacher",
         .access = Access::teacher,
         .paged = true},
        [&service](Request r, PageFilter f) { return service.list(author_of(r), f); });
    router.get<DraftView>("/teacher/courses/{id}",
                          {.summary = "A course as it can be sent to the import again",
                           .tag = "teacher",
                           .access = Access::teacher},
                          [&service](Request r) { return show(&service, std::move(r)); });
    router.get<std::vector<LessonResult>, PageFilter>(
        "/teacher/lessons/{id}/results",
        {.summary = "How learners did in a lesson of yours, the latest first",
         .tag = "teacher",
         .access = Access::teacher,
         .paged = true},
        [&service](Request r, PageFilter f) { return results(&service, std::move(r), f); });
}

}  // namespace lexi::content
