#include "app/transfer/store.hpp"

#include <glaze/glaze.hpp>
#include <unordered_map>

#include "transfer_sql.hpp"

namespace lexi::transfer {

// A row on its way into a statement, as JSON. (Not in an unnamed namespace: glaze reflects it.)
namespace json {

struct Word {
    int n = 0;
    std::string card, word, translation;
    std::optional<std::string> pronunciation, part_of_speech, example_sentence, example_translation,
        level;
    std::vector<std::string> tags;
    bool suspended = false;
};

}  // namespace json

namespace {

constexpr int kPage = 1000;

std::optional<std::string> unless_empty(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

json::Word word_row(int n, const NewWord& word) {
    const auto& entry = *word.entry;
    return {.n = n,
            .card = word.card.str(),
            .word = entry.word,
            .translation = entry.translation,
            .pronunciation = unless_empty(entry.pronunciation),
            .part_of_speech = unless_empty(entry.part_of_speech),
            .example_sentence = unless_empty(entry.example_sentence),
            .example_translation = unless_empty(entry.example_translation),
            .level = unless_empty(entry.level),
            .tags = entry.tags,
            .suspended = entry.standing && entry.standing->suspended};
}

Standing standing_of(const Row& row) {
    Standing standing{.state = static_cast<vocabulary::State>(column::integer(row, "state")),
                      .interval_days = column::integer(row, "interval_days"),
                      .ease = column::real(row, "ease_factor"),
                      .reviews = column::integer(row, "review_count"),
                      .lapses = column::integer(row, "lapses"),
                      .suspended = column::flag(row, "suspended")};
    if (!column::is_null(row, "last_review_at")) {
        standing.due = column::instant(row, "next_review_at");
    }
    if (const auto stability = column::maybe_real(row, "stability")) {
        standing.memory = vocabulary::Memory{*stability, column::real(row, "difficulty")};
    }
    return standing;
}

Entry entry_of(const Row& row) {
    const auto text = [&row](const char* name) {
        return column::maybe_text(row, name).value_or(std::string());
    };
    Entry entry{.word = text("word"),
                .translation = text("translation"),
                .pronunciation = text("pronunciation"),
                .part_of_speech = text("part_of_speech"),
                .example_sentence = text("example_sentence"),
                .example_translation = text("example_translation"),
                .level = text("level"),
                .standing = standing_of(row)};
    if (glz::read_json(entry.tags, text("tags"))) entry.tags.clear();
    return entry;
}

PastAnswer answer_of(const Row& row) {
    PastAnswer answer{
        .rating = static_cast<vocabulary::Rating>(column::integer(row, "rating")),
        .at = column::instant(row, "reviewed_at"),
        .state_before = static_cast<vocabulary::State>(column::integer(row, "state_before")),
        .interval_days = column::integer(row, "interval_days")};
    if (!column::is_null(row, "time_spent_ms")) {
        answer.time_spent_ms = column::integer(row, "time_spent_ms");
    }
    return answer;
}

}  // namespace

Task<std::vector<bool>> import_words(UnitOfWork& work, Uuid user, std::vector<NewWord> words,
                                     Instant now) {
    std::vector<json::Word> rows;
    for (const auto& word : words) rows.push_back(word_row(static_cast<int>(rows.size()), word));
    const auto text = glz::write_json(rows).value_or("[]");
    const auto taken = co_await work.run(sql::import_words, user, text, now);
    std::vector<bool> is_new(words.size());
    for (const auto& row : taken) {
        is_new[static_cast<std::size_t>(column::integer(row, "n"))] =
            !column::is_null(row, "card_id");
    }
    co_return is_new;
}

Task<std::vector<Entry>> export_words(UnitOfWork& work, Uuid user, bool with_answers) {
    std::vector<Entry> entries;
    std::optional<Uuid> last;
    while (true) {
        const auto page = co_await work.run(sql::export_words, user, last, kPage);
        if (page.empty()) break;
        const Uuid first = column::uuid(page[0], "card_id");
        std::unordered_map<std::string, std::size_t> numbers;
        for (const auto& row : page) {
            last = column::uuid(row, "card_id");
            numbers[last->str()] = entries.size();
            entries.push_back(entry_of(row));
        }
        if (with_answers) {
            const auto answers = co_await work.run(sql::export_answers, user, first, *last);
            for (const auto& row : answers) {
                auto& entry = entries[numbers.at(column::uuid(row, "card_id").str())];
                entry.answers.push_back(answer_of(row));
            }
        }
        if (page.size() < kPage) break;
    }
    co_return entries;
}

}  // namespace lexi::transfer
