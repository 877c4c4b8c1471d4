#pragma once
// A text as tokens between blanks, and in which language each is said. Pure.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ml/piper/text/numbers.hpp"

namespace lexi::ml::spoken {

struct Token {
    std::string before;  // marks in front: brackets, quotes
    std::string core;
    std::string after;      // marks behind: . , ! and quotes
    bool override = false;  // core is IPA out of [[ ]]
    bool line_end = false;  // the last of its line
    Tongue tongue = Tongue::english;
};

/// Where a rule stands: a token with its neighbours.
struct Place {
    std::span<const Token> tokens;
    std::size_t at = 0;

    const Token& here() const { return tokens[at]; }
    /// Lower-case core of the token `by` places away; empty beyond the ends.
    std::string near(std::ptrdiff_t by) const;
};

/// Does it begin with a digit?
bool is_figure(std::string_view word);

/// Is the token a group of one telephone number ("0912 345 678", "+84 912 345 678")?
bool in_phone(const Place& place);

/// Tokens of NFC text, each with its language: that of the request, but Vietnamese syllables in
/// English text and English words in Vietnamese text are said in theirs.
std::vector<Token> tokens_of(std::string_view text, Tongue request);

/// In lower case without accents, đ as d: "Phở" is "pho".
std::string bare(std::string_view text);

/// Can these letters, without accents, be written as one Vietnamese syllable?
bool could_be_vietnamese(std::string_view bare_text);

}  // namespace lexi::ml::spoken
