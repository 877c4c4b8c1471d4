#include "app/vocabulary/store.hpp"

#include "vocabulary_sql.hpp"

namespace lexi::vocabulary {
namespace {

// Enumerations are stored by their names on the wire.
template <class E>
std::string name_of(E value) {
    const auto json = glz::write_json(value).value_or("\"\"");
    return json.substr(1, json.size() - 2);
}

template <class E>
std::optional<std::string> name_of(const std::optional<E>& value) {
    if (!value) return std::nullopt;
    return name_of(*value);
}

Status status_from(const std::string& text) {
    for (const auto status :
         {Status::learning, Status::reviewing, Status::mastered, Status::suspended}) {
        if (text == name_of(status)) return status;
    }
    throw std::logic_error("unexpected status in user_vocabulary");
}

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
    r.status = status_from(column::text(row, "status"));
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
                  .schedule = {}};
    if (view.id) view.schedule = schedule_view(record_of(row));
    return view;
}

StoredCard card_of(const Row& row) {
    return {.id = column::uuid(row, "card_id"), .record = record_of(row), .word = word_of(row)};
}

}  // namespace

Task<WordPage> list_words(UnitOfWork& work, Uuid user, WordFilter filter, PageSlice slice) {
    const bool catalogue = filter.scope == Scope::catalogue;
    const auto status = name_of(filter.status);
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
    const auto tags =
        glz::write_json(word.tags.value_or(std::vector<std::string>{})).value_or("[]");
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

Task<bool> lock_card(UnitOfWork& work, Uuid user, Uuid card) {
    const auto rows = co_await work.run(sql::lock_card, user, card);
    co_return !rows.empty();
}

Task<std::vector<StoredCard>> due_cards(UnitOfWork& work, Uuid user, Instant now,
                                        std::int64_t fresh, std::int64_t limit) {
    const auto rows = co_await work.run(sql::due_cards, user, now, fresh, limit);
    std::vector<StoredCard> cards;
    for (const auto& row : rows) cards.push_back(card_of(row));
    co_return cards;
}

Task<DueCounts> count_due(UnitOfWork& work, Uuid user, Instant now, std::int64_t fresh) {
    const auto rows = co_await work.run(sql::count_due, user, now);
    const auto row = rows[0];
    co_return DueCounts{.counts = {.learning = column::bigint(row, "learning"),
                                   .review = column::bigint(row, "review"),
                                   .fresh = std::min(fresh, column::bigint(row, "fresh"))},
                        .next_due = column::maybe_instant(row, "next_due_at")};
}

Task<std::int64_t> introduced_on(UnitOfWork& work, Uuid user, Day day) {
    const auto rows = co_await work.run(sql::introduced_on, user, day);
    co_return column::bigint(rows[0], "introduced");
}

Task<Uuid> save_review(UnitOfWork& work, Uuid user, StoredCard before, Outcome after,
                       ReviewRow review) {
    const auto& card = after.card;
    const auto& memory = card.fsrs.memory.value();
    co_await work.run(sql::save_card, user, review.card_id, name_of(card.status), card.review_count,
                      card.fsrs.due, card.sm2.ease_factor, card.interval_days,
                      card.sm2.interval_days, card.sm2.repetitions,
                      static_cast<int>(card.fsrs.state), card.fsrs.step, memory.stability,
                      memory.difficulty, card.fsrs.last_review, card.lapses);
    const auto& was = before.record.fsrs;
    std::optional<double> stability;
    std::optional<double> difficulty;
    if (was.memory) stability = was.memory->stability;
    if (was.memory) difficulty = was.memory->difficulty;
    const auto rows = co_await work.run(
        sql::log_review, user, review.card_id, static_cast<int>(review.rating), review.at,
        review.day, review.time_spent_ms, static_cast<int>(was.state), stability, difficulty,
        was.last_review, memory.stability, memory.difficulty, card.interval_days);
    co_return column::uuid(rows[0], "id");
}

Task<VocabularyStats> load_stats(UnitOfWork& work, Uuid user, Instant now, Day today) {
    const auto rows = co_await work.run(sql::load_stats, user, now, today, kLeechLapses);
    const auto row = rows[0];
    co_return VocabularyStats{.total = column::bigint(row, "total"),
                              .learning = column::bigint(row, "learning"),
                              .reviewing = column::bigint(row, "reviewing"),
                              .mastered = column::bigint(row, "mastered"),
                              .suspended = column::bigint(row, "suspended"),
                              .fresh = column::bigint(row, "fresh"),
                              .due = column::bigint(row, "due"),
                              .reviews_today = column::bigint(row, "reviews_today"),
                              .reviews_total = column::bigint(row, "reviews_total"),
                              .leeches = column::bigint(row, "leeches"),
                              .true_retention = column::maybe_real(row, "true_retention")};
}

}  // namespace lexi::vocabulary
