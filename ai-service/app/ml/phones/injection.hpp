#pragma once
// Sentences with learners' errors put in: what a synthesiser is told to say, and what it should
// have said. For training and for measuring the judge, never for learners. Pure.
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

enum class ErrorKind : std::uint8_t { deletion, substitution, insertion };

struct PutError {
    ErrorKind kind = ErrorKind::deletion;
    std::size_t place = 0;  // of the expected phone; an insertion stands before it
    std::string from, to;   // ARPAbet; empty where nothing was or nothing is
};

struct SpokenText {
    std::string ipa;                                 // to be said
    std::vector<std::vector<std::string>> expected;  // phones of each word without the errors
    std::vector<std::string> spoken;                 // phones that are really said
    std::vector<PutError> errors;                    // in the text's order
};

SpokenText without_error(std::string_view ipa);

/// Puts one error of `kind` at a place drawn from `random`: a word's last consonant left out, a
/// sound exchanged along the table of what Vietnamese speakers say instead, or a schwa after a
/// word's last consonant or inside a cluster. There is none in the result where the text has no
/// such place.
SpokenText with_error(std::string_view ipa, ErrorKind kind, std::mt19937& random);

/// Puts an error at `share` of the places where there can be one, of a kind drawn among those that
/// can be there, never at two neighbours.
SpokenText with_errors(std::string_view ipa, double share, std::mt19937& random);

}  // namespace lexi::ml
