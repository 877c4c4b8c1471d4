#pragma once
// Which words of a text were heard, by the transcript alone. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::pronunciation {

/// A step through both texts: a word of the target, of the transcript (-1: none), or both.
struct WordStep {
    int target = -1;
    int heard = -1;
    bool same = false;  // the heard word is the target, but for a letter or two in longer words
};

/// The cheapest way from one row of words to the other, in order.
std::vector<WordStep> match_words(const std::vector<std::string>& target,
                                  const std::vector<std::string>& heard);

/// Lower case, letters, digits and apostrophes only; the numbers to twelve as words.
std::string plain_word(std::string_view word);

/// At least 1: groups of vowel letters, without a silent e at the end.
int syllables(std::string_view word);

}  // namespace lexi::pronunciation
