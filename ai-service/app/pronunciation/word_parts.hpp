#pragma once
// How a word is put together: its syllables, its stress, and the letters of each sound.
#include "pronunciation/schema.hpp"

namespace lexi::pronunciation {

/// Fills `syllables`, and `letters` of every expected sound, of a word of the text.
void add_parts(WordView& word);

}  // namespace lexi::pronunciation
