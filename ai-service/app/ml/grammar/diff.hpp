#pragma once
// Two sequences of words compared. Pure.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml::grammar {

/// Words [from, to) of the one became words [new_from, new_to) of the other.
struct Gap {
    std::size_t from = 0, to = 0;
    std::size_t new_from = 0, new_to = 0;
};

/// The gaps between the matches of a longest common subsequence. Takes time and memory by the
/// product of the lengths: the caller limits them.
std::vector<Gap> gaps(const std::vector<std::string>& one, const std::vector<std::string>& other);

/// A word or a single sign of a text, and its bytes.
struct Piece {
    std::string_view text;
    std::size_t begin = 0, end = 0;
};
std::vector<Piece> pieces(std::string_view text);

}  // namespace lexi::ml::grammar
