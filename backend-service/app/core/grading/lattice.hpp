#pragma once
// Every way to say something, as one graph: each path from the first node to the last is an answer,
// word by word. Pure, and bounded: what would be larger than kMostEdges is refused.
//
// The syntax of keys (content/README.md): `(a|the)` one of them, `[very]` may be left out,
// `big/large` one of two words, `\` before a sign that is meant itself.
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/grading/numbers.hpp"
#include "app/core/grading/words.hpp"

namespace lexi::grading {

inline constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);
inline constexpr std::size_t kMostEdges = 2000;  // of a key with all its alternatives
inline constexpr std::size_t kMostWords = 250;   // of an answer

struct Edge {
    std::size_t to = 0;          // later than where it begins
    std::string token;           // empty: nothing is said
    std::size_t word = kNoWord;  // of Lattice::written
};

struct Lattice {
    std::vector<std::vector<Edge>> nodes{1};
    std::vector<Written> written;
    std::size_t edges = 0;

    std::size_t last() const { return nodes.size() - 1; }
};

/// What a learner may have meant: 's is "is", "has" and a possessive at once.
Lattice lattice_of_answer(std::string_view text, Language language);

/// What an author accepts: 's is what the words after it make it. The error says what is wrong with
/// the key. With `literal`, brackets and slashes are plain punctuation.
std::expected<Lattice, std::string> lattice_of_key(const std::vector<std::string>& accepted,
                                                   Language language, bool literal);

}  // namespace lexi::grading
