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

Task<Result<WordView>> edit(VocabularyService* service, Request r, EditWord edit) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto word = co_await service->edit(r.who().id, *id, std::move(edit), r.at);
    co_return word;
}

Task<Result<http::Empty>> remove(VocabularyService* service, Request r) {
    const auto id = r.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto done = co_await service->remove(r.who().id, *id);
    co_return done;
}

constexpr const char* kReviewHelp =
    "FSRS-6 sets the next date, or SM-2 where the settings say so. With reviewed_at, of the last "
    "30 "
    "days, the review counts for its time: later reviews of the word are worked out again.";
constexpr const char* kBatchHelp =
    "Reviews done offline, in any order. Each client_id counts once, however often it is sent; the "
    "same reviews give the same schedule in any order. What cannot be counted is refused with the "
    "reason by field, and the rest is counted.";
constexpr const char* kBatchExample =
    R"({"reviews": [{"client_id": "7e1c7a0e-6a52-4f0e-9a7e-3b1f5a4a9d10",
        "card_id": "0b8f3c1e-58a4-4d0c-8c1d-2f6f0f6f2c11", "rating": "good",
        "reviewed_at": "2026-11-24T10:00:00Z", "time_spent_ms": 2100}]})";

void mount_reviews(http::Router& router, VocabularyService& service) {
    router.get<QueueView, QueueFilter>(
        "/vocabulary/review",
        {.summary = "The words that are due",
         .tag = "vocabulary",
         .description = "Learning steps first, then reviews by how overdue they are for their "
                        "interval, then new words; within the day's limits."},
        [&service](Request r, QueueFilter f) {
            return service.queue(r.who().id, f.limit.value_or(20), r.at);
        });
    router.post<ReviewBody, ReviewView>(
        "/vocabulary/{id}/review",
        {.summary = "Answer a word",
         .tag = "vocabulary",
         .idempotent = true,
         .description = kReviewHelp,
         .request_example = R"({"rating": "good", "time_spent_ms": 3200})"},
        [&service](Request r, ReviewBody b) {
            return review(&service, std::move(r), std::move(b));
        });
    router.post<BatchBody, BatchView>("/vocabulary/reviews/batch",
                                      {.summary = "Reviews done offline",
                                       .tag = "vocabulary",
                                       .idempotent = true,
                                       .description = kBatchHelp,
                                       .request_example = kBatchExample},
                                      [&service](Request r, BatchBody b) {
                                          return service.review_batch(std::move(r), std::move(b));
                                      });
    router.post<http::None, UndoView>(
        "/vocabulary/reviews/undo",
        {.summary = "Take back your last review",
         .tag = "vocabulary",
         .faults = {Fault::conflict},
         .idempotent = true,
         .description =
             "Restores the word, the counts and the points; again, and the review before "
             "it is taken back."},
        [&service](Request r, http::None) { return service.undo(std::move(r)); });
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
    router.patch<EditWord, WordView>(
        "/vocabulary/{id}",
        {.summary = "Suspend, bury, or change a word",
         .tag = "vocabulary",
         .faults = {Fault::already_exists, Fault::conflict},
         .description = "Of a catalogue word only the note and a translation of your own.",
         .request_example = R"({"suspended": false, "note": "giống từ breath"})"},
        [&service](Request r, EditWord e) { return edit(&service, std::move(r), std::move(e)); });
    router.del<http::Empty>("/vocabulary/{id}",
                            {.summary = "Stop learning a word",
                             .tag = "vocabulary",
                             .description = "Its reviews go with it; the points stay."},
                            [&service](Request r) { return remove(&service, std::move(r)); });
    mount_reviews(router, service);
    router.get<VocabularyStats, StatsFilter>(
        "/vocabulary/stats", {.summary = "How your words stand", .tag = "vocabulary"},
        [&service](Request r, StatsFilter f) {
            return service.stats(r.who().id, static_cast<int>(f.days.value_or(30)), r.at);
        });
}

}  // namespace lexi::vocabulary
