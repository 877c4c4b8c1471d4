#include "app/vocabulary/service.hpp"

#include <set>

#include "app/core/learner_day.hpp"
#include "app/core/rewards.hpp"
#include "app/vocabulary/reviewing.hpp"
#include "app/vocabulary/store.hpp"

namespace lexi::vocabulary {
namespace {

constexpr std::chrono::minutes kLearnAhead{20};  // ANCHORS 1.5

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
    const auto& settings = learner->settings;
    const Day today = learner->day(now);
    auto queue = co_await load_queue(work, user,
                                     {.now = now,
                                      .ahead = now + kLearnAhead,
                                      .day_began = day_start(today, learner->time_zone),
                                      .day = today,
                                      .fresh = settings.new_per_day,
                                      .reviews = settings.reviews_per_day,
                                      .cards = limit});
    QueueView view{.items = {}, .counts = queue.counts, .next_due_at = {}};
    if (queue.next_due) view.next_due_at = to_rfc3339(*queue.next_due);
    std::set<std::string> spellings;  // one card a day for each
    for (auto& [card, spelling] : queue.cards) {
        if (spelling && !spellings.insert(*spelling).second) continue;
        view.items.push_back(
            {.word = std::move(card.word), .previews = previews(settings, card.record, now)});
    }
    co_return view;
}

Task<Result<VocabularyStats>> stats_of(UnitOfWork& work, Uuid user, int days, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    auto stats = co_await load_stats(work, user, now, today);
    stats.load = co_await load_ahead(work, user, today, day_start(today, learner->time_zone), days);
    co_return stats;
}

// --- changing a word
// -------------------------------------------------------------------------------

std::unexpected<Problem> cannot_edit(const std::string& field, const std::string& what) {
    return std::unexpected(
        Problem{.fault = Fault::conflict,
                .say = "This word cannot be changed so: " + field + " " + what + ".",
                .fields = {{field, what}}});
}

// The catalogue's text is everybody's; a note and a translation may be the learner's own.
Result<void> may_edit(const StoredCard& card, const EditWord& edit) {
    if (card.is_own) {
        const bool emptied = edit.translation && edit.translation->empty();
        if (emptied) return cannot_edit("translation", "must not be empty");
        return {};
    }
    const std::string what = "belongs to the catalogue; a note and a translation can be your own";
    if (edit.word) return cannot_edit("word", what);
    if (edit.pronunciation) return cannot_edit("pronunciation", what);
    if (edit.example_sentence) return cannot_edit("example_sentence", what);
    if (edit.tags) return cannot_edit("tags", what);
    return {};
}

Task<Result<void>> edited_text(UnitOfWork& work, Uuid user, StoredCard card, EditWord edit) {
    const bool own_word = card.is_own && (edit.word || edit.translation || edit.pronunciation ||
                                          edit.example_sentence || edit.tags);
    if (own_word) {
        const bool saved = co_await save_own_word(work, user, card, edit);
        if (!saved) co_return has_it(edit.word ? "word" : "translation");
        edit.translation = std::nullopt;
    }
    if (edit.note || edit.translation) co_await save_own_text(work, user, card.id, edit);
    co_return Result<void>();
}

void decide(CardRecord& record, const EditWord& edit, Instant tomorrow) {
    if (edit.suspended) {
        record.suspended = *edit.suspended;
        record.leech_pardoned = !*edit.suspended && is_leech(record.lapses);
    }
    if (edit.buried) {
        record.buried_until = *edit.buried ? std::optional(tomorrow) : std::nullopt;
    }
}

Task<Result<WordView>> edited(UnitOfWork& work, Uuid user, Uuid id, EditWord edit, Instant now) {
    const auto locked = co_await lock_card(work, user, id);
    if (!locked) co_return std::unexpected(locked.error());
    const auto& [learner, card] = *locked;
    const auto allowed = may_edit(card, edit);
    if (!allowed) co_return std::unexpected(allowed.error());
    const auto text = co_await edited_text(work, user, card, edit);
    if (!text) co_return std::unexpected(text.error());
    if (edit.suspended || edit.buried) {
        auto record = card.record;
        const Day tomorrow = learner.day(now) + std::chrono::days(1);
        decide(record, edit, day_start(tomorrow, learner.time_zone));
        co_await save_flags(work, user, id, record);
    }
    auto after = co_await find_card(work, user, id);
    co_return std::move(after->word);
}

Task<Result<http::Empty>> removed(UnitOfWork& work, Uuid user, Uuid id) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const bool found = co_await delete_card(work, user, id);
    if (!found) co_return no_word();
    co_return http::Empty{};
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
        return review_card(work, user, card, body, now);
    };
    return once<ReviewView>(db_, std::move(request), "vocabulary.review", std::move(effect));
}

Task<Result<http::Reply<BatchView>>> VocabularyService::review_batch(http::Request request,
                                                                     BatchBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<BatchView> effect = [user, body = std::move(body), now](UnitOfWork& work) {
        return vocabulary::review_batch(work, user, body, now);
    };
    return once<BatchView>(db_, std::move(request), "vocabulary.review_batch", std::move(effect));
}

Task<Result<http::Reply<UndoView>>> VocabularyService::undo(http::Request request) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<UndoView> effect = [user, now](UnitOfWork& work) {
        return undo_review(work, user, now);
    };
    return once<UndoView>(db_, std::move(request), "vocabulary.undo", std::move(effect));
}

Task<Result<VocabularyStats>> VocabularyService::stats(Uuid user, int days, Instant now) {
    return db_.read<VocabularyStats>(
        [user, days, now](UnitOfWork& work) { return stats_of(work, user, days, now); });
}

Task<Result<WordView>> VocabularyService::edit(Uuid user, Uuid card, EditWord edit, Instant now) {
    return db_.transact<WordView>([user, card, edit = std::move(edit), now](UnitOfWork& work) {
        return edited(work, user, card, edit, now);
    });
}

Task<Result<http::Empty>> VocabularyService::remove(Uuid user, Uuid card) {
    return db_.transact<http::Empty>(
        [user, card](UnitOfWork& work) { return removed(work, user, card); });
}

}  // namespace lexi::vocabulary
