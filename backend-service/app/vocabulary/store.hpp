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
    bool is_own = false;  // the learner's own word, not the catalogue's
};

Task<WordPage> list_words(UnitOfWork& work, Uuid user, WordFilter filter, PageSlice slice);
/// The new card's id; nothing where the learner has the word already. `vocabulary` must exist.
Task<std::optional<Uuid>> add_card(UnitOfWork& work, Uuid user, Uuid vocabulary, Instant now);
/// Is it a word of the catalogue, or one of the learner's own?
Task<bool> may_add(UnitOfWork& work, Uuid user, Uuid vocabulary);
/// The new word's id; nothing where the learner has it already.
Task<std::optional<Uuid>> add_own_word(UnitOfWork& work, Uuid user, AddWord word);
Task<std::optional<StoredCard>> find_card(UnitOfWork& work, Uuid user, Uuid card);
/// The learner, locked as by lock_learner, and the card: not_found where there is no such card.
struct LockedCard {
    Learner learner;
    StoredCard card;
};
Task<Result<LockedCard>> lock_card(UnitOfWork& work, Uuid user, Uuid card);
/// Of `cards`, those that the learner has.
Task<std::vector<StoredCard>> find_cards(UnitOfWork& work, Uuid user, std::vector<Uuid> cards);

/// What of the learner's words may be asked at a moment.
struct QueueLimits {
    Instant now;
    Instant ahead;  // learning steps that are due until then may be taken early
    Instant day_began;
    Day day;
    std::int64_t fresh = 0;    // new words a day
    std::int64_t reviews = 0;  // reviews a day
    std::int64_t cards = 0;    // at most so many at once
};
struct QueuedCard {
    StoredCard card;
    std::optional<std::string> spelling{};  // where the learner has several cards for it
};
struct Queue {
    std::vector<QueuedCard> cards;
    QueueCounts counts;
    std::optional<Instant> next_due;
};
/// Learning steps, reviews by relative overdueness, new words, learning steps ahead of their time.
Task<Queue> load_queue(UnitOfWork& work, Uuid user, QueueLimits limits);

/// Writes what the learner decided of a card: suspended, pardoned, buried.
Task<Rows> save_flags(UnitOfWork& work, Uuid user, Uuid card, CardRecord record);
/// The learner's note, and a translation in place of the catalogue's.
Task<Rows> save_own_text(UnitOfWork& work, Uuid user, Uuid card, EditWord edit);
/// False where the learner has another word of this spelling and meaning.
Task<bool> save_own_word(UnitOfWork& work, Uuid user, StoredCard card, EditWord edit);
/// False where there is no such card.
Task<bool> delete_card(UnitOfWork& work, Uuid user, Uuid card);

/// Counts of words, retention by period, reviews of today and of all time.
Task<VocabularyStats> load_stats(UnitOfWork& work, Uuid user, Instant now, Day today);
/// Words due on each of `days` days, the first of which is `today` and began at `day_began`.
Task<std::vector<LoadDay>> load_ahead(UnitOfWork& work, Uuid user, Day today, Instant day_began,
                                      int days);

StoredCard card_of(const Row& row);
/// As the database and the wire call it.
std::string status_name(Status status);

}  // namespace lexi::vocabulary
