#pragma once
// A word on its way in or out, whatever the file's format. Pure.
#include <optional>
#include <string>
#include <vector>

#include "app/vocabulary/review.hpp"

namespace lexi::transfer {

struct PastAnswer {
    vocabulary::Rating rating = vocabulary::Rating::good;
    Instant at;
    std::optional<int> time_spent_ms{};
    vocabulary::State state_before = vocabulary::State::learning;  // on the way out
    int interval_days = 0;                                         // likewise
};

/// How a card stands in another program.
struct Standing {
    vocabulary::State state = vocabulary::State::learning;
    std::optional<Instant> due{};  // nothing: never asked
    int interval_days = 0;
    double ease = 2.5;
    int reviews = 0;
    int lapses = 0;
    bool suspended = false;
    std::optional<vocabulary::Memory> memory{};
};

struct Entry {
    int line = 0;  // of a text file where it begins; of a deck the number of the note
    std::string word{};
    std::string translation{};
    std::string pronunciation{};
    std::string part_of_speech{};
    std::string example_sentence{};
    std::string example_translation{};
    std::string level{};
    std::vector<std::string> tags{};
    std::optional<Standing> standing{};
    std::vector<PastAnswer> answers{};  // the oldest first
    std::string refusal{};              // why it cannot be taken; empty: it can
};

inline constexpr std::size_t kMostEntries = 20'000;
inline constexpr std::size_t kMostAnswers = 500'000;

/// Trims the texts, and says in `refusal` what cannot be accepted.
void check(Entry& entry);

}  // namespace lexi::transfer
