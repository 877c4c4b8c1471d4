#pragma once
// Sentences with one learner's error put in: what a synthesiser is told to say, and what it should
// have said. For training and for measuring the judge, never for learners. Pure.
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

enum class ErrorKind : std::uint8_t { none, deletion, substitution, insertion };

struct SpokenText {
    std::string ipa;                                 // to be said
    std::vector<std::vector<std::string>> expected;  // phones of each word without the error
    std::vector<std::string> spoken;                 // phones that are really said
    ErrorKind kind = ErrorKind::none;
    std::size_t place = 0;  // of the expected phone; an insertion stands before it
    std::string from, to;   // ARPAbet; empty where nothing was or nothing is
};

/// Puts one error of `kind` at a place drawn from `random`: a word's last consonant left out, a
/// sound exchanged along the table of what Vietnamese speakers say instead, or a schwa after a
/// word's last consonant or inside a cluster. `kind` is none in the result where the text has no
/// such place.
SpokenText with_error(std::string_view ipa, ErrorKind kind, std::mt19937& random);

}  // namespace lexi::ml
