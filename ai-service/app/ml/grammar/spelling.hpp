#pragma once
// Words that no dictionary has, with what was probably meant.
#include <string_view>
#include <vector>

#include "ml/grammar/candidates.hpp"
#include "ml/grammar/match.hpp"
#include "ml/grammar/scorer.hpp"
#include "ml/grammar/token.hpp"

namespace lexi::ml::grammar {

struct Misspelling {
    Span bytes;
    std::string typed;                  // as it stands in the text
    bool starts = false;                // a sentence
    std::vector<Candidate> candidates;  // best first, never empty, in lower case
    bool in_context = false;            // there is a model to judge it by the words around
};

/// Names, abbreviations and Vietnamese words are left alone. Pure.
std::vector<Misspelling> misspellings(const std::vector<Token>& tokens);

/// Orders the candidates of the first `most` doubtful ones by the words around as well. `text` is
/// the whole text; what stands wrong in front of one is read as its likeliest candidate.
void order_by_context(std::string_view text, std::vector<Misspelling>& found, std::size_t most,
                      Scorer& scorer);

Match as_match(const Misspelling& found);

}  // namespace lexi::ml::grammar
