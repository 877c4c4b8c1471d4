#include "app/progress/routes.hpp"

namespace lexi::progress {
namespace {

using http::Reply;
using http::Request;

Task<Result<Reply<AttemptView>>> start(ProgressService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->start(std::move(r), *id);
    if (reply) reply->with_header("Location", "/api/v1/attempts/" + reply->data.id + "/answers");
    co_return reply;
}

Task<Result<Reply<AnswerView>>> answer(ProgressService* service, Request r, AnswerBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->answer(std::move(r), *id, std::move(body));
    co_return reply;
}

Task<Result<Reply<ProgressRow>>> complete(ProgressService* service, Request r,
                                          CompletionBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->complete(std::move(r), *id, std::move(body));
    co_return reply;
}

void mount_doing(http::Router& router, ProgressService& service) {
    router.post<http::None, AttemptView>(
        "/lessons/{id}/attempts",
        {.summary = "Begin a lesson", .tag = "progress", .status = 201, .idempotent = true},
        [&service](Request r, http::None) { return start(&service, std::move(r)); });
    router.post<AnswerBody, AnswerView>(
        "/attempts/{id}/answers",
        {.summary = "Answer one exercise; graded by the server",
         .tag = "progress",
         .idempotent = true,
         .description = "Letter case, punctuation, contractions, spelling variants and the Unicode "
                        "form of Vietnamese letters do not matter."},
        [&service](Request r, AnswerBody b) {
            return answer(&service, std::move(r), std::move(b));
        });
    router.post<CompletionBody, ProgressRow>(
        "/progress/lessons/{id}",
        {.summary = "Complete a lesson, or save how far it is",
         .tag = "progress",
         .idempotent = true,
         .description =
             "A lesson with exercises is scored from its attempt, others from `score`. 60 "
             "per cent complete it."},
        [&service](Request r, CompletionBody b) {
            return complete(&service, std::move(r), std::move(b));
        });
    router.post<ActivityBody, ActivityView>(
        "/progress/activities",
        {.summary = "Record something done elsewhere, such as a chat",
         .tag = "progress",
         .idempotent = true,
         .request_example = R"({"activity_type": "ai_chat", "duration": 300})"},
        [&service](Request r, ActivityBody b) {
            return service.record(std::move(r), std::move(b));
        });
}

}  // namespace

void mount_progress(http::Router& router, ProgressService& service) {
    mount_doing(router, service);
    router.get<ProgressView>("/progress", {.summary = "How far you are", .tag = "progress"},
                             [&service](Request r) { return service.overview(r.who().id, r.at); });
    router.get<Stats, StatsFilter>("/progress/stats", {.summary = "Day by day", .tag = "progress"},
                                   [&service](Request r, StatsFilter f) {
                                       return service.stats(r.who().id,
                                                            f.range.value_or(Range::month), r.at);
                                   });
}

}  // namespace lexi::progress
