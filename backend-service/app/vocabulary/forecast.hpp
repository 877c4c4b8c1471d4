#pragma once
// What a learner's words will ask of them: the days ahead, simulated. Pure and repeatable: the same
// deck and plan give the same numbers. Its cost has a bound (kParticles cards, at most a year), yet
// it is too much for an event loop.
#include <vector>

#include "app/vocabulary/review.hpp"

namespace lexi::vocabulary {

/// Words that stand alike.
struct WordGroup {
    int due_in = 0;   // days from today; overdue is 0
    int elapsed = 0;  // days since the last review
    Memory memory;
    double words = 1;
};

struct Plan {
    Weights weights = kDefaultWeights;
    double retention = 0.9;
    double new_per_day = 20;
    double introduced_today = 0;  // of them, already
    double new_words = 1e9;       // how many there are to learn
    int days = 30;
};

struct DayLoad {
    double reviews = 0;    // answers to words met before, relearning included
    double new_words = 0;  // words met for the first time
    double known = 0;      // words that would be remembered at the end of the day
    double minutes = 0;
};

/// One entry a day, today first.
std::vector<DayLoad> simulate(const std::vector<WordGroup>& deck, const Plan& plan);

}  // namespace lexi::vocabulary
