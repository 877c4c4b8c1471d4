#include "app/vocabulary/service.hpp"

#include <algorithm>

#include "app/core/learner_day.hpp"
#include "app/core/past_time.hpp"
#include "app/core/rewards.hpp"
#include "app/vocabulary/store.hpp"

namespace lexi::vocabulary {
namespace {

constexpr int kReviewXp = 2;
constexpr int kFailedReviewXp = 1;
constexpr std::chrono::days kOldestReview{30};  // an offline client may be late by this much

using Listing = http::Reply<std::vector<WordView>>;

std::unexpected<Problem> no_word() { return fail(Fault::not_found, "There is no such word."); }

std::unexpected<Problem> has_it(const std::string& field) {
    return std::unexpected(Problem{.fault = Fault::already_exists,
                                   .say = "This word is in your list already.",
                                   .fields = {{field, "is in your list already"}}});
}

Task<Result<Listing>> listed(UnitOfWork& work, Uuid user, WordFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    if (filter.level) filter.level = level_from(*filter.level);
    const PageSlice slice{.limit = size, .offset = (page - 1) * size};
    auto found = co_await list_words(work, user, std::move(filter), slice);
    Listing reply(std::move(found.items));
    reply.paged(http::pagination(page, size, found.total));
    co_return reply;
}

// The vocabulary row to learn: one of the catalogue's, or a new one of the learner's own.
Task<Result<Uuid>> word_to_add(UnitOfWork& work, Uuid user, AddWord body) {
    if (body.vocabulary_id) {
        const auto id =
            Uuid::parse(*body.vocabulary_id).value();  // its form was checked at the edge
        const bool allowed = co_await may_add(work, user, id);
        if (!allowed) co_return no_word();
        co_return id;
    }
    const auto id = co_await add_own_word(work, user, std::move(body));
    if (!id) co_return has_it("word");
    co_return *id;
}

Task<Result<WordView>> added(UnitOfWork& work, Uuid user, AddWord body, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const std::string field = body.vocabulary_id ? "vocabulary_id" : "word";
    const auto word = co_await word_to_add(work, user, std::move(body));
    if (!word) co_return std::unexpected(word.error());
    const auto card = co_await add_card(work, user, *word, now);
    if (!card) co_return has_it(field);
    co_await reward(
        work, user,
        Deed{.day = learner->day(now), .at = now, .prizes = {}, .tally = {.words_added = 1}});
    auto stored = co_await find_card(work, user, *card);
    co_return std::move(stored->word);
}

Task<Result<QueueView>> queued(UnitOfWork& work, Uuid user, std::int64_t limit, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    const auto introduced = co_await introduced_on(work, user, today);
    const auto fresh = std::max<std::int64_t>(0, learner->settings.new_per_day - introduced);
    auto cards = co_await due_cards(work, user, now, fresh, limit);
    const auto due = co_await count_due(work, user, now, fresh);
    QueueView view{.items = {}, .counts = due.counts, .next_due_at = {}};
    if (due.next_due) view.next_due_at = to_rfc3339(*due.next_due);
    for (auto& card : cards) {
        view.items.push_back({.word = std::move(card.word),
                              .previews = previews(learner->settings, card.record, now)});
    }
    co_return view;
}

// The schema asks for one of the two; a rating says more than a quality.
Answer answer_of(const ReviewBody& body) {
    if (body.rating) return Answer{.rating = *body.rating, .quality = quality_of(*body.rating)};
    const auto quality = static_cast<int>(*body.quality);
    return Answer{.rating = rating_of(quality), .quality = quality};
}

Result<Instant> review_time(const ReviewBody& body, Instant now) {
    if (!body.reviewed_at) return now;
    return past_time("reviewed_at", *body.reviewed_at, now, kOldestReview);
}

Deed deed_of(Uuid log, const StoredCard& before, Rating rating, const ReviewRow& row) {
    const bool failed = rating == Rating::again;
    const bool due = before.record.fsrs.state == State::review;
    Deed deed{.day = row.day,
              .at = row.at,
              .prizes = {{.source = "review:" + log.str(),
                          .amount = failed ? kFailedReviewXp : kReviewXp}}};
    deed.tally = {.reviews = 1,
                  .reviews_due = due ? 1 : 0,
                  .reviews_recalled = due && !failed ? 1 : 0,
                  .skill = "vocabulary",
                  .seconds = static_cast<int>((row.time_spent_ms.value_or(0) + 500) / 1000)};
    return deed;
}

Task<Result<ReviewView>> reviewed(UnitOfWork& work, Uuid user, Uuid id, ReviewBody body,
                                  Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto answer = answer_of(body);
    const auto at = review_time(body, now);
    if (!at) co_return std::unexpected(at.error());
    const bool there = co_await lock_card(work, user, id);
    if (!there) co_return no_word();
    const auto before = co_await find_card(work, user, id);
    if (before->record.status == Status::suspended) {
        co_return fail(Fault::conflict, "This word is suspended.");
    }
    if (before->record.fsrs.last_review && *at < *before->record.fsrs.last_review) {
        co_return fail(Fault::conflict, "This word was reviewed after that time.");
    }
    const auto after = next_card(learner->settings, before->record, answer, *at,
                                 fuzz_draw(id.str(), before->record.review_count));
    const Day day = learner->day(*at);
    const ReviewRow row{.card_id = id,
                        .rating = answer.rating,
                        .at = *at,
                        .day = day,
                        .time_spent_ms = body.time_spent_ms};
    const auto log = co_await save_review(work, user, *before, after, row);
    const auto earned = co_await reward(work, user, deed_of(log, *before, answer.rating, row));
    ReviewView view{.word = before->word};
    view.word.schedule = schedule_view(after.card);
    view.interval_seconds = after.interval.count();
    view.interval_days = after.card.interval_days;
    view.xp_earned = earned.xp_earned;
    view.current_streak = streak_on(earned.streak, learner->day(now));
    view.is_leech = is_leech(after.card.lapses);
    co_return view;
}

Task<Result<VocabularyStats>> stats_of(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    auto stats = co_await load_stats(work, user, now, learner->day(now));
    co_return stats;
}

}  // namespace

Task<Result<Listing>> VocabularyService::list(Uuid user, WordFilter filter) {
    return db_.read<Listing>([user, filter = std::move(filter)](UnitOfWork& work) {
        return listed(work, user, filter);
    });
}

Task<Result<http::Reply<WordView>>> VocabularyService::add(http::Request request, AddWord body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<WordView> effect = [user, body = std::move(body), now](UnitOfWork& work) {
        return added(work, user, body, now);
    };
    auto reply =
        co_await once<WordView>(db_, std::move(request), "vocabulary.add", std::move(effect), 201);
    co_return reply;
}

Task<Result<QueueView>> VocabularyService::queue(Uuid user, std::int64_t limit, Instant now) {
    return db_.read<QueueView>(
        [user, limit, now](UnitOfWork& work) { return queued(work, user, limit, now); });
}

Task<Result<http::Reply<ReviewView>>> VocabularyService::review(http::Request request, Uuid card,
                                                                ReviewBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<ReviewView> effect = [user, card, body = std::move(body), now](UnitOfWork& work) {
        return reviewed(work, user, card, body, now);
    };
    return once<ReviewView>(db_, std::move(request), "vocabulary.review", std::move(effect));
}

Task<Result<VocabularyStats>> VocabularyService::stats(Uuid user, Instant now) {
    return db_.read<VocabularyStats>(
        [user, now](UnitOfWork& work) { return stats_of(work, user, now); });
}

}  // namespace lexi::vocabulary
