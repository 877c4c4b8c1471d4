#pragma once
// Text as the grading sees it: what a learner or an author wrote, cut into words whose form does
// not depend on letter case, punctuation or Unicode form, each knowing where it stood. Pure.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::grading {

/// One word for the comparison. Several may come from one written word (T-shirt: t, shirt).
struct Word {
    std::string text;           // folded: lower case, composed, no punctuation
    std::size_t written = 0;    // index into Text::written
    bool after_hyphen = false;  // was joined to the word before it
};

/// What stands between two blanks, and where: code points from the beginning of the text.
struct Written {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Text {
    std::vector<Written> written;
    std::vector<Word> words;
};

/// Cuts well-formed UTF-8.
Text cut(std::string_view text);

/// A word without tone marks and other diacritics; đ is d.
std::string without_marks(std::string_view word);

/// Are they the same letters, and does `given` only lack marks that `expected` has?
bool lacks_marks_of(std::string_view given, std::string_view expected);

}  // namespace lexi::grading
