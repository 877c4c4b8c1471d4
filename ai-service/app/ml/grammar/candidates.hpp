#pragma once
// What a misspelt word may be: a noisy channel of the edits that learners make and of how often the
// words are used. Any thread.
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml::grammar {

struct Candidate {
    std::string word;
    // Natural logarithms, the higher the likelier.
    double channel = 0;  // typed so by mistake
    double prior = 0;    // how often the word is used
    double score = 0;    // both, and later the words around
};

/// How likely `word` is typed as `typed`: 0 for the same, less for every edit. Where it is surely
/// below -`most`, some number below that.
double channel(std::string_view typed, std::string_view word,
               double most = std::numeric_limits<double>::infinity());
/// The Zipf frequency: the logarithm (base 10) of the uses in a
/// billion words; that of a rare word for one that is not in the list.
double zipf(std::string_view word);

/// The likeliest, best first, at most `most`. `typed` is in lower case.
std::vector<Candidate> spelling_candidates(std::string_view typed, std::size_t most = 8);

}  // namespace lexi::ml::grammar
