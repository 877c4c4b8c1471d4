#pragma once
// A learner's card under both schedulers at once. Pure.
//
// FSRS's memory follows from the reviews alone, so it moves on whichever scheduler sets the dates.
// SM-2's numbers follow its own rules while it is chosen; while FSRS is, they say what SM-2 would
// have to hold for the same interval and growth. So either can take over at any review: no date
// moves when a learner changes the setting, and the next interval grows from the last one.
//
// The status of a word: suspended (by the learner, or as a leech that was not pardoned), else
// learning (new, in learning steps or forgotten), reviewing, or mastered from an interval of 21
// days.
#include <optional>
#include <string_view>

#include "app/core/account.hpp"
#include "app/vocabulary/review.hpp"
#include "app/vocabulary/schema.hpp"
#include "app/vocabulary/sm2.hpp"

namespace lexi::vocabulary {

inline constexpr int kMasteredDays = 21;  // Anki's "mature"
inline constexpr int kLeechLapses = 8;    // ANCHORS 1.5
inline constexpr int kLeechAgain = 4;     // and again every so many

struct CardRecord {
    Card fsrs;
    Sm2 sm2;
    int interval_days = 0;
    int review_count = 0;
    int lapses = 0;
    bool suspended = false;       // by the learner
    bool leech_pardoned = false;  // by the learner
    std::optional<Instant> buried_until{};
};

struct Outcome {
    CardRecord card;
    std::chrono::seconds interval{};
};

/// The answer as both schedulers take it.
struct Answer {
    Rating rating = Rating::good;
    int quality = 4;
};

/// How the learner's settings ask, with the weights fitted to them where there are any.
Schedule schedule_of(const Scheduling& settings);

/// The card after `answer` at `now`. `spread` moves FSRS's intervals only: SM-2's are as published.
Outcome next_card(const Scheduling& settings, const CardRecord& before, Answer answer, Instant now,
                  const Spread& spread = {});

/// Seconds until each of the four answers would bring the card back; not spread.
Previews previews(const Scheduling& settings, const CardRecord& card, Instant now);

Status status_of(const CardRecord& card);

bool is_leech(int lapses);
/// Does a word that now has `lapses` deserve a word of warning? At the 8th and every 4 after it.
bool warns_of_leech(int lapses);
LeechView leech_view(const CardRecord& card);

/// The card as a client is shown it.
ScheduleView schedule_view(const CardRecord& card);

}  // namespace lexi::vocabulary
