#pragma once
// What doing something earns and adds up to: points in the ledger, the sums of the learner's day,
// week and all, a day in the streak, achievements. One function, so that every caller takes the
// learner's rows in the same order and no two can wait for each other.
//
// Nothing here depends on the order in which deeds arrive: an offline client's come late and
// shuffled.
#include <string>
#include <vector>

#include "app/core/database.hpp"
#include "app/core/streak.hpp"

namespace lexi {

struct Prize {
    std::string source;  // unique for the learner: paid once
    int amount = 0;
};

/// What a deed adds to the sums. A caller adds a deed once, in the transaction of its rows.
struct Tally {
    int lessons = 0;          // completed for the first time
    int perfect_lessons = 0;  // the first time without a mistake
    int courses = 0;          // the last lesson of it
    int answers = 0;
    int answers_correct = 0;
    int reviews = 0;
    int reviews_due = 0;  // of a card that was in the review state: what retention is measured on
    int reviews_recalled = 0;  // those of reviews_due that were not failed
    int words_added = 0;
    std::string
        skill{};  // "vocabulary", "lessons", or the type of an activity; empty: no time spent
    int seconds = 0;
};

struct Deed {
    Day day;     // the learner's, when it was done
    Instant at;  // when it was done
    std::vector<Prize> prizes;
    Tally tally{};
};

/// An achievement, as the reply of the deed that unlocked it tells it.
struct Unlocked {
    std::string code;
    std::string title;
    std::string title_vi;
    std::int64_t xp = 0;
};

struct Reward {
    int xp_earned = 0;  // by the prizes of this call: nothing for those paid before
    Streak streak;
    std::vector<Unlocked> achievements_unlocked;
};

/// Pays the prizes that were not paid yet, adds the tally, counts the day in the streak, in `work`.
/// Adding words alone does not make a day active. Callers lock the learner first (lock_learner).
Task<Reward> reward(UnitOfWork& work, Uuid user, Deed deed);

/// Undoes a deed: for each prize that was paid a row "undo:<source>" of its amount (prizes' own
/// amounts are not looked at), and the tally, as it was given, is subtracted from its day. The day
/// stays in the streak, and what was unlocked stays unlocked.
Task<Reward> take_back(UnitOfWork& work, Uuid user, Deed deed);

/// The learner's streak as stored: as of its last day (core/streak.hpp says how it stands today).
Task<Streak> load_streak(UnitOfWork& work, Uuid user);

/// Counts the streak anew, after its excused days have changed.
Task<Streak> recount_streak(UnitOfWork& work, Uuid user);

}  // namespace lexi
