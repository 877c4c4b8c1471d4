#include "app/lessons/routes.hpp"

#include "app/core/etag.hpp"

namespace lexi::lessons {
namespace {

using http::Reply;
using http::Request;

Task<Result<Reply<LessonView>>> lesson(LessonService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto view = co_await service->show(r.who().id, *id, r.at);
    if (!view) co_return std::unexpected(view.error());
    co_return http::tagged(r, Reply<LessonView>(std::move(*view)));
}

Task<Result<Reply<AttemptView>>> start(LessonService* service, Request r, StartBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->start(std::move(r), *id, body);
    if (reply) reply->with_header("Location", "/api/v1/attempts/" + reply->data.id);
    co_return reply;
}

Task<Result<AttemptView>> attempt(LessonService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto view = co_await service->attempt(r.who().id, *id, r.at);
    co_return view;
}

Task<Result<Reply<AnswerView>>> answer(LessonService* service, Request r, AnswerBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->answer(std::move(r), *id, std::move(body));
    co_return reply;
}

Task<Result<HintView>> hint(LessonService* service, Request r, HintBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->hint(std::move(r), *id, std::move(body));
    co_return reply;
}

Task<Result<Reply<ProgressRow>>> complete(LessonService* service, Request r, CompletionBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->complete(std::move(r), *id, std::move(body));
    co_return reply;
}

void mount_attempts(http::Router& router, LessonService& service) {
    router.post<StartBody, AttemptView>(
        "/lessons/{id}/attempts",
        {.summary = "Begin a lesson, or go on with it",
         .tag = "lessons",
         .status = 201,
         .faults = {Fault::conflict},
         .idempotent = true,
         .description = "An open attempt is gone on with, unless `restart` gives it up. It keeps "
                        "the exercises of the edition that it began with.",
         .request_example = "{}"},
        [&service](Request r, StartBody b) { return start(&service, std::move(r), b); });
    router.get<AttemptView>(
        "/attempts/{id}",
        {.summary = "An attempt with its exercises and what is answered", .tag = "lessons"},
        [&service](Request r) { return attempt(&service, std::move(r)); });
    router.post<AnswerBody, AnswerView>(
        "/attempts/{id}/answers",
        {.summary = "Answer one exercise; graded by the server",
         .tag = "lessons",
         .idempotent = true,
         .description =
             "Letter case, punctuation, contractions, spelling variants, figures or words and the "
             "Unicode form of letters do not matter. `matching` takes `pairs`; `speaking` takes "
             "the AI service's overall `score` and `analysis_id`, and is marked as reported by the "
             "client. The spans of `diff` count code points of the answer."},
        [&service](Request r, AnswerBody b) {
            return answer(&service, std::move(r), std::move(b));
        });
    router.post<HintBody, HintView>(
        "/attempts/{id}/hints",
        {.summary = "A hint, which halves the exercise's points",
         .tag = "lessons",
         .faults = {Fault::conflict}},
        [&service](Request r, HintBody b) { return hint(&service, std::move(r), std::move(b)); });
}

}  // namespace

void mount_lessons(http::Router& router, LessonService& service) {
    router.get<LessonView>(
        "/lessons/{id}",
        {.summary = "A lesson with its exercises, without their answers", .tag = "lessons"},
        [&service](Request r) { return lesson(&service, std::move(r)); });
    http::may_be_unchanged(router);
    mount_attempts(router, service);
    router.post<CompletionBody, ProgressRow>(
        "/progress/lessons/{id}",
        {.summary = "Complete a lesson, or save how far it is",
         .tag = "progress",
         .idempotent = true,
         .description =
             "A lesson with exercises is scored from its attempt, others from `score`. 60 "
             "per cent complete it; stars: 60, 80, and 95 without a hint."},
        [&service](Request r, CompletionBody b) {
            return complete(&service, std::move(r), std::move(b));
        });
}

}  // namespace lexi::lessons
