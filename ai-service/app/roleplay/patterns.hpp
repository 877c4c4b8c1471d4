#pragma once
// The patterns by which a program understands a learner's turn (content/README.md, "Patterns").
// Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::roleplay {

using Words = std::vector<std::string>;

/// The turn as words: lower case, no marks, contractions written out.
Words turn_words(std::string_view turn);

/// Does the pattern stand somewhere in the words?
bool matches(std::string_view pattern, const Words& words);
bool any_matches(const std::vector<std::string>& patterns, const Words& words);

/// Does the learner ask for help ("I don't understand", "Can you repeat that?")?
bool asks_for_help(const Words& words);

}  // namespace lexi::roleplay
