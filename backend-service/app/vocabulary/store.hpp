#pragma once
#include "app/core/database.hpp"
#include "app/vocabulary/schedule.hpp"
#include "app/vocabulary/schema.hpp"

namespace lexi::vocabulary {

struct WordPage {
    std::vector<WordView> items;
    std::int64_t total = 0;
};

struct PageSlice {
    std::int64_t limit = 20;
    std::int64_t offset = 0;
};

/// A card with its word.
struct StoredCard {
    Uuid id;
    CardRecord record;
    WordView word;
};

struct ReviewRow {
    Uuid card_id;
    Rating rating = Rating::good;
    Instant at;
    Day day;
    std::optional<std::int64_t> time_spent_ms;
};

Task<WordPage> list_words(UnitOfWork& work, Uuid user, WordFilter filter, PageSlice slice);
/// The new card's id; nothing where the learner has the word already. `vocabulary` must exist.
Task<std::optional<Uuid>> add_card(UnitOfWork& work, Uuid user, Uuid vocabulary, Instant now);
/// Is it a word of the catalogue, or one of the learner's own?
Task<bool> may_add(UnitOfWork& work, Uuid user, Uuid vocabulary);
/// The new word's id; nothing where the learner has it already.
Task<std::optional<Uuid>> add_own_word(UnitOfWork& work, Uuid user, AddWord word);
Task<std::optional<StoredCard>> find_card(UnitOfWork& work, Uuid user, Uuid card);
/// Locked until the end of `work`.
Task<bool> lock_card(UnitOfWork& work, Uuid user, Uuid card);

/// Learning steps first, then reviews by relative overdueness, then at most `fresh` new words.
Task<std::vector<StoredCard>> due_cards(UnitOfWork& work, Uuid user, Instant now,
                                        std::int64_t fresh, std::int64_t limit);
struct DueCounts {
    QueueCounts counts;
    std::optional<Instant> next_due;
};
Task<DueCounts> count_due(UnitOfWork& work, Uuid user, Instant now, std::int64_t fresh);
/// New words that were asked for the first time on `day`.
Task<std::int64_t> introduced_on(UnitOfWork& work, Uuid user, Day day);

/// Writes the card and its line in the log; the id of that line.
Task<Uuid> save_review(UnitOfWork& work, Uuid user, StoredCard before, Outcome after,
                       ReviewRow review);
Task<VocabularyStats> load_stats(UnitOfWork& work, Uuid user, Instant now, Day today);

}  // namespace lexi::vocabulary
