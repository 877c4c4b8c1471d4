#include "ml/whisper/words.hpp"

#include <algorithm>

#include "kit/utf8.hpp"

namespace lexi::ml {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool said_too_fast(std::string_view text, double seconds) {
    constexpr double kMostWordsPerSecond = 6;  // twice a lively talk
    std::size_t words = 0;
    bool inside = false;
    for (const char letter : text) {
        const bool blank = letter == ' ';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return static_cast<double>(words) > kMostWordsPerSecond * std::max(1.0, seconds);
}

std::vector<SttWord> words_of(const std::vector<SttToken>& tokens) {
    std::vector<SttWord> words;
    std::size_t parts = 0;
    for (const auto& token : tokens) {
        if (words.empty() || token.bytes.starts_with(' ')) {
            words.push_back({.word = "", .start = token.start, .end = token.end, .probability = 0});
            parts = 0;
        }
        auto& word = words.back();
        word.word += token.bytes;
        word.end = std::max(word.end, token.end);
        word.probability += (token.probability - word.probability) / static_cast<double>(++parts);
    }
    double reached = 0;
    for (auto& word : words) {
        word.word = trimmed(utf8::mended(word.word));
        word.start = std::max(word.start, reached);
        word.end = reached = std::max(word.end, word.start);
    }
    std::erase_if(words, [](const SttWord& word) { return word.word.empty(); });
    return words;
}

}  // namespace lexi::ml
