#pragma once
// Whisper's tokens as words. Pure.
#include <string>
#include <string_view>
#include <vector>

#include "ml/whisper/stt.hpp"

namespace lexi::ml {

/// One text token as Whisper gives it: its bytes may be part of a letter.
struct SttToken {
    std::string bytes;
    double start = 0;  // seconds
    double end = 0;
    double probability = 0;
};

/// Tokens that begin with a space begin a word. The words' texts are mended UTF-8 without blanks at
/// their ends; times never run backwards.
std::vector<SttWord> words_of(const std::vector<SttToken>& tokens);

/// More words than anyone says in `seconds`: Whisper has begun to repeat itself.
bool said_too_fast(std::string_view text, double seconds);

/// `text` without blanks at its ends.
std::string trimmed(const std::string& text);

}  // namespace lexi::ml
