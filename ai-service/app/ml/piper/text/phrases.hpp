#pragma once
// What a text says: words without figures or abbreviations, phrase by phrase. Pure.
#include <string>
#include <string_view>
#include <vector>

#include "ml/piper/text/numbers.hpp"

namespace lexi::ml::spoken {

struct SaidWord {
    std::string written;  // as in the text, without marks at its ends
    std::string said;     // words apart by blanks: "twenty five percent"
    std::string ipa;      // given as [[ipa]] in the text; `said` is empty then
    Tongue tongue = Tongue::english;
};

/// Words up to a mark.
struct Phrase {
    std::vector<SaidWord> words;
    std::string mark;  // one of . ? ! , : ;
    bool ends_sentence = false;
};

/// `text` is NFC. Phrases have words; a text without anything to say has no phrases. The last one
/// ends a sentence.
std::vector<Phrase> phrases_of(std::string_view text, Tongue tongue);

/// Vietnamese where half of the words and more have its letters.
Tongue tongue_of(std::string_view text);

/// All that is said, words and marks, as one line.
std::string said_text(const std::vector<Phrase>& phrases);

}  // namespace lexi::ml::spoken
