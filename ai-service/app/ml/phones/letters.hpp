#pragma once
// Which letters of a written word stand for which of its sounds. Pure.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

/// UTF-16 units [begin, end) of a word, as JavaScript and Dart count.
struct LetterSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const LetterSpan&) const = default;
};

/// A span for each ARPAbet phone, in order: "th" for TH, "x" for both K and S. Silent letters lie
/// in no span. A word that is not spelled out (a figure, an abbreviation) is one span for all.
std::vector<LetterSpan> letter_spans(std::string_view word, const std::vector<std::string>& phones);

}  // namespace lexi::ml
