#pragma once
// A learner's card under both schedulers at once. Pure.
#include <optional>
#include <string_view>

#include "app/core/account.hpp"
#include "app/vocabulary/review.hpp"
#include "app/vocabulary/schema.hpp"
#include "app/vocabulary/sm2.hpp"

namespace lexi::vocabulary {

inline constexpr int kMasteredDays = 21;  // Anki's "mature"
inline constexpr int kLeechLapses = 8;    // ANCHORS 1.5

struct CardRecord {
    Card fsrs;
    Sm2 sm2;
    int interval_days = 0;
    int review_count = 0;
    int lapses = 0;
    Status status = Status::learning;
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

/// The card after `answer` at `now`. Both schedulers' numbers move on; `settings` says whose date
/// counts. `fuzz` as in review().
Outcome next_card(const Settings& settings, const CardRecord& before, Answer answer, Instant now,
                  std::optional<double> fuzz);

/// Seconds until each of the four answers would bring the card back; without fuzz.
Previews previews(const Settings& settings, const CardRecord& card, Instant now);

/// A draw in [0, 1) that is always the same for the same card and count, so that a replayed review
/// gives the same date.
double fuzz_draw(std::string_view card_id, int review_count);

bool is_leech(int lapses);

/// The card as a client is shown it.
ScheduleView schedule_view(const CardRecord& card);

}  // namespace lexi::vocabulary
