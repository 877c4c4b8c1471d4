#pragma once
// What a check finds.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lexi::ml::grammar {

struct Span {
    std::size_t offset = 0;
    std::size_t length = 0;
    bool operator==(const Span&) const = default;
};

enum class Severity : std::uint8_t {
    error,       // wrong: its first replacement is part of the corrected text
    suggestion,  // could be better, or is not certain: shown, never applied
};

struct Match {
    Span bytes;            // in the UTF-8 text
    Span utf16;            // the same in UTF-16 units, as Dart and JavaScript count
    std::string rule;      // ARTICLE_BEFORE_SINGULAR, SPELLING, HARPER_THEN_THAN …
    std::string category;  // articles, nouns, verbs, prepositions, word_order, spelling …
    std::string type;      // ERRANT's: M:DET, R:VERB:SVA, R:SPELL …
    std::string message;
    std::string message_vi;
    std::vector<std::string> replacements;  // best first; empty text removes the span
    Severity severity = Severity::error;
};

struct Report {
    std::vector<Match> matches;  // by place; none overlaps another
    std::string corrected_text;  // the text with the first replacement of every error
};

}  // namespace lexi::ml::grammar
