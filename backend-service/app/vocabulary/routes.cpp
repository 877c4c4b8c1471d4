#include "app/vocabulary/routes.hpp"

namespace lexi::vocabulary {
namespace {

using http::Reply;
using http::Request;

Task<Result<Reply<WordView>>> add(VocabularyService* service, Request r, AddWord body) {
    auto reply = co_await service->add(std::move(r), std::move(body));
    if (reply) reply->with_header("Location", "/api/v1/vocabulary/" + reply->data.id.value_or(""));
    co_return reply;
}

Task<Result<Reply<ReviewView>>> review(VocabularyService* service, Request r, ReviewBody body) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->review(std::move(r), *id, std::move(body));
    co_return reply;
}

}  // namespace

void mount_vocabulary(http::Router& router, VocabularyService& service) {
    router.get<std::vector<WordView>, WordFilter>(
        "/vocabulary",
        {.summary = "Your words, or with scope=catalogue everybody's",
         .tag = "vocabulary",
         .paged = true},
        [&service](Request r, WordFilter f) { return service.list(r.who().id, std::move(f)); });
    router.post<AddWord, WordView>(
        "/vocabulary",
        {.summary = "Learn a word",
         .tag = "vocabulary",
         .status = 201,
         .faults = {Fault::already_exists, Fault::not_found},
         .idempotent = true,
         .request_example = R"({"word": "breeze", "translation": "làn gió nhẹ"})"},
        [&service](Request r, AddWord b) { return add(&service, std::move(r), std::move(b)); });
    router.get<QueueView, QueueFilter>(
        "/vocabulary/review", {.summary = "The words that are due", .tag = "vocabulary"},
        [&service](Request r, QueueFilter f) {
            return service.queue(r.who().id, f.limit.value_or(20), r.at);
        });
    router.post<ReviewBody, ReviewView>(
        "/vocabulary/{id}/review",
        {.summary = "Answer a word",
         .tag = "vocabulary",
         .idempotent = true,
         .description = "FSRS-6 sets the next date, or SM-2 where the settings say so.",
         .request_example = R"({"rating": "good", "time_spent_ms": 3200})"},
        [&service](Request r, ReviewBody b) {
            return review(&service, std::move(r), std::move(b));
        });
    router.get<VocabularyStats>("/vocabulary/stats",
                                {.summary = "How your words stand", .tag = "vocabulary"},
                                [&service](Request r) { return service.stats(r.who().id, r.at); });
}

}  // namespace lexi::vocabulary
