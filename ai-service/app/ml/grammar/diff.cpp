#include "ml/grammar/diff.hpp"

#include <algorithm>

namespace lexi::ml::grammar {
namespace {

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '\'' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<Gap> gaps(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    std::vector<std::vector<std::size_t>> best(one.size() + 1,
                                               std::vector<std::size_t>(other.size() + 1, 0));
    for (std::size_t i = one.size(); i-- > 0;) {
        for (std::size_t j = other.size(); j-- > 0;) {
            best[i][j] = one[i] == other[j] ? best[i + 1][j + 1] + 1
                                            : std::max(best[i + 1][j], best[i][j + 1]);
        }
    }
    std::vector<Gap> found;
    Gap open;
    const auto close = [&](std::size_t i, std::size_t j) {
        open.to = i;
        open.new_to = j;
        if (open.from < i || open.new_from < j) found.push_back(open);
        open = {.from = i + 1, .to = 0, .new_from = j + 1, .new_to = 0};
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < one.size() && j < other.size()) {
        if (one[i] == other[j]) {
            close(i++, j++);
        } else if (best[i + 1][j] >= best[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    close(one.size(), other.size());
    return found;
}

std::vector<Piece> pieces(std::string_view text) {
    std::vector<Piece> made;
    for (std::size_t at = 0; at < text.size();) {
        if (space(text[at])) {
            ++at;
            continue;
        }
        auto end = at + 1;
        while (of_word(text[at]) && end < text.size() && of_word(text[end])) ++end;
        made.push_back({.text = text.substr(at, end - at), .begin = at, .end = end});
        at = end;
    }
    return made;
}

}  // namespace lexi::ml::grammar
