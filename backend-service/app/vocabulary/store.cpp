#include "app/vocabulary/store.hpp"

#include "vocabulary_sql.hpp"

namespace lexi::vocabulary {
namespace {

std::vector<std::string> tags_of(const Row& row) {
    std::vector<std::string> tags;
    const auto text = column::text(row, "tags");
    if (glz::read_json(tags, text)) throw std::logic_error("unexpected JSON in vocabulary.tags");
    return tags;
}

CardRecord record_of(const Row& row) {
    CardRecord r;
    r.fsrs.state = static_cast<State>(column::integer(row, "state"));
    r.fsrs.step = static_cast<std::size_t>(column::integer(row, "step"));
    if (const auto s = column::maybe_real(row, "stability")) {
        r.fsrs.memory = Memory{*s, column::real(row, "card_difficulty")};
    }
    r.fsrs.last_review = column::maybe_instant(row, "last_review_at");
    r.fsrs.due = column::instant(row, "next_review_at");
    r.sm2 = {.ease_factor = column::real(row, "ease_factor"),
             .interval_days = column::integer(row, "sm2_interval_days"),
             .repetitions = column::integer(row, "sm2_repetitions")};
    r.interval_days = column::integer(row, "interval_days");
    r.review_count = column::integer(row, "review_count");
    r.lapses = column::integer(row, "lapses");
    r.suspended = column::flag(row, "suspended");
    r.leech_pardoned = column::flag(row, "leech_pardoned");
    r.buried_until = column::maybe_instant(row, "buried_until");
    return r;
}

WordView word_of(const Row& row) {
    WordView view{.id = column::maybe_text(row, "card_id"),
                  .vocabulary_id = column::text(row, "vocabulary_id"),
                  .word = column::text(row, "word"),
                  .translation = column::text(row, "translation"),
                  .pronunciation = column::maybe_text(row, "pronunciation"),
                  .part_of_speech = column::maybe_text(row, "part_of_speech"),
                  .example_sentence = column::maybe_text(row, "example_sentence"),
                  .example_translation = column::maybe_text(row, "example_translation"),
                  .language = column::text(row, "language"),
                  .level = column::maybe_text(row, "level"),
                  .tags = tags_of(row),
                  .audio_url = column::maybe_text(row, "audio_url"),
                  .image_url = column::maybe_text(row, "image_url"),
                  .note = column::maybe_text(row, "note"),
                  .schedule = {}};
    if (view.id) view.schedule = schedule_view(record_of(row));
    return view;
}

Retention retention_of(std::int64_t reviews, std::int64_t recalled) {
    Retention r{.reviews = reviews, .recalled = recalled, .rate = {}};
    if (reviews > 0) r.rate = static_cast<double>(recalled) / static_cast<double>(reviews);
    return r;
}

RetentionRow retention_row(const Row& row) {
    const auto young = column::bigint(row, "young");
    const auto young_recalled = column::bigint(row, "young_recalled");
    const auto mature = column::bigint(row, "mature");
    const auto mature_recalled = column::bigint(row, "mature_recalled");
    return {.period = column::text(row, "period"),
            .young = retention_of(young, young_recalled),
            .mature = retention_of(mature, mature_recalled),
            .total = retention_of(young + mature, young_recalled + mature_recalled)};
}

}  // namespace

std::string status_name(Status status) {
    const auto json = glz::write_json(status).value_or("\"\"");
    return json.substr(1, json.size() - 2);
}

StoredCard card_of(const Row& row) {
    return {.id = column::uuid(row, "card_id"),
            .record = record_of(row),
            .word = word_of(row),
            .is_own = column::flag(row, "is_own")};
}

Task<WordPage> list_words(UnitOfWork& work, Uuid user, WordFilter filter, PageSlice slice) {
    const bool catalogue = filter.scope == Scope::catalogue;
    const auto status = filter.status.transform(status_name);
    const auto rows =
        co_await work.run(catalogue ? sql::list_catalogue : sql::list_words, user, status,
                          filter.search, filter.level, slice.limit, slice.offset);
    const auto count = co_await work.run(catalogue ? sql::count_catalogue : sql::count_words, user,
                                         status, filter.search, filter.level);
    WordPage page{.items = {}, .total = column::bigint(count[0], "total")};
    for (const auto& row : rows) page.items.push_back(word_of(row));
    co_return page;
}

Task<std::optional<Uuid>> add_card(UnitOfWork& work, Uuid user, Uuid vocabulary, Instant now) {
    const auto rows = co_await work.run(sql::add_card, user, vocabulary, now);
    if (rows.empty()) co_return std::nullopt;
    co_return column::uuid(rows[0], "id");
}

Task<bool> may_add(UnitOfWork& work, Uuid user, Uuid vocabulary) {
    const auto rows = co_await work.run(sql::may_add, user, vocabulary);
    co_return !rows.empty();
}

Task<std::optional<Uuid>> add_own_word(UnitOfWork& work, Uuid user, AddWord word) {
    const auto tags = http::write_json(word.tags.value_or(std::vector<std::string>{}));
    const auto rows = co_await work.run(sql::add_own_word, user, word.word, word.translation,
                                        word.pronunciation, word.example_sentence, tags);
    if (rows.empty()) co_return std::nullopt;
    co_return column::uuid(rows[0], "id");
}

Task<std::optional<StoredCard>> find_card(UnitOfWork& work, Uuid user, Uuid card) {
    const auto rows = co_await work.run(sql::find_card, user, card);
    if (rows.empty()) co_return std::nullopt;
    co_return card_of(rows[0]);
}

Task<Result<LockedCard>> lock_card(UnitOfWork& work, Uuid user, Uuid id) {
    auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    auto card = co_await find_card(work, user, id);
    if (!card) co_return fail(Fault::not_found, "There is no such word.");
    co_return LockedCard{.learner = std::move(*learner), .card = std::move(*card)};
}

Task<std::vector<StoredCard>> find_cards(UnitOfWork& work, Uuid user, std::vector<Uuid> ids) {
    std::vector<std::map<std::string, std::string>> asked;
    for (const auto& id : ids) asked.push_back({{"card", id.str()}});
    const auto rows =
        co_await work.run(sql::find_cards, user, glz::write_json(asked).value_or("[]"));
    std::vector<StoredCard> cards;
    for (const auto& row : rows) cards.push_back(card_of(row));
    co_return cards;
}

Task<Queue> load_queue(UnitOfWork& work, Uuid user, QueueLimits limits) {
    const auto rows =
        co_await work.run(sql::queue, user, limits.now, limits.ahead, limits.day_began, limits.day,
                          limits.fresh, limits.reviews, limits.cards);
    Queue queue{.cards = {},
                .counts = {.learning = column::bigint(rows[0], "due_learning"),
                           .review = column::bigint(rows[0], "due_review"),
                           .fresh = column::bigint(rows[0], "due_fresh")},
                .next_due = column::maybe_instant(rows[0], "next_due_at")};
    for (const auto& row : rows) {
        if (column::is_null(row, "card_id")) continue;  // nothing is due: the counts alone
        QueuedCard queued{.card = card_of(row)};
        if (column::flag(row, "has_siblings")) queued.spelling = column::text(row, "spelling");
        queue.cards.push_back(std::move(queued));
    }
    co_return queue;
}

Task<Rows> save_flags(UnitOfWork& work, Uuid user, Uuid card, CardRecord record) {
    return work.run(sql::save_flags, user, card, status_name(status_of(record)), record.suspended,
                    record.leech_pardoned, record.buried_until);
}

Task<Rows> save_own_text(UnitOfWork& work, Uuid user, Uuid card, EditWord edit) {
    return work.run(sql::save_own_text, user, card, edit.note, edit.translation);
}

Task<bool> save_own_word(UnitOfWork& work, Uuid user, StoredCard card, EditWord edit) {
    std::optional<std::string> tags;
    if (edit.tags) tags = http::write_json(*edit.tags);  // escapes what jsonb does not take raw
    const auto rows =
        co_await work.run(sql::save_own_word, user, card.word.vocabulary_id, edit.word,
                          edit.translation, edit.pronunciation, edit.example_sentence, tags);
    if (rows.empty()) co_return false;
    if (edit.word) co_await work.run(sql::mark_siblings, user, card.id);
    co_return true;
}

Task<bool> delete_card(UnitOfWork& work, Uuid user, Uuid card) {
    const auto rows = co_await work.run(sql::delete_card, user, card);
    co_return !rows.empty();
}

Task<VocabularyStats> load_stats(UnitOfWork& work, Uuid user, Instant now, Day today) {
    const auto cards = co_await work.run(sql::load_stats, user, now, kLeechLapses);
    const auto row = cards[0];
    VocabularyStats stats{.total = column::bigint(row, "total"),
                          .learning = column::bigint(row, "learning"),
                          .reviewing = column::bigint(row, "reviewing"),
                          .mastered = column::bigint(row, "mastered"),
                          .suspended = column::bigint(row, "suspended"),
                          .fresh = column::bigint(row, "fresh"),
                          .due = column::bigint(row, "due"),
                          .leeches = column::bigint(row, "leeches"),
                          .true_retention = {},
                          .retention = {},
                          .load = {}};
    const auto periods = co_await work.run(sql::load_retention, user, today);
    for (const auto& period : periods) {
        stats.retention.push_back(retention_row(period));
        const auto& name = stats.retention.back().period;
        if (name == "today") stats.reviews_today = column::bigint(period, "reviews");
        if (name == "month") stats.true_retention = stats.retention.back().total.rate;
        if (name == "all") stats.reviews_total = column::bigint(period, "reviews");
    }
    co_return stats;
}

Task<std::vector<LoadDay>> load_ahead(UnitOfWork& work, Uuid user, Day today, Instant day_began,
                                      int days) {
    std::vector<LoadDay> load;
    for (int i = 0; i < days; ++i) {
        load.push_back({.day = day_text(today + std::chrono::days(i)), .due = 0});
    }
    const auto rows = co_await work.run(sql::load_ahead, user, day_began, days);
    for (const auto& row : rows) {
        load.at(static_cast<std::size_t>(column::integer(row, "day"))).due =
            column::bigint(row, "due");
    }
    co_return load;
}

}  // namespace lexi::vocabulary
