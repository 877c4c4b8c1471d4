#pragma once
// What a run of words may stand for: contractions, numbers, hyphens, spelling. Pure.
#include <string>
#include <vector>

#include "app/core/grading/numbers.hpp"
#include "app/core/grading/words.hpp"

namespace lexi::grading {

/// One way to read words [from, to) of a run. No tokens: they need not be there.
struct Reading {
    std::size_t from = 0;
    std::size_t to = 0;
    Tokens tokens;
};

/// A learner's words are read in every way that they can be; an author's as the context says.
enum class Side { answer, key };

/// The first reading of each word is the plainest. `more_follows`: the run goes on in words that
/// are not known here.
std::vector<Reading> readings(const std::vector<Word>& run, Language language, Side side,
                              bool more_follows);

}  // namespace lexi::grading
