#pragma once
// espeak-ng: phonemes for every engine, and a voice for languages without a better one. The library
// keeps its state in globals, so there is one owner, and calls take turns. Calls are short.
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"

namespace lexi::ml {

/// A stretch of text between marks.
struct Clause {
    std::string text;
    std::string ipa;   // words apart by spaces
    std::string mark;  // ".", "?", "!", ",", ":", ";" or empty
    bool ends_sentence = false;
};

struct Spoken {
    struct Mark {
        std::size_t at = 0;      // first code point of the word in the text
        std::size_t length = 0;  // in code points
        double start = 0;        // seconds
    };
    std::vector<std::int16_t> pcm;  // mono
    std::uint32_t rate = 0;
    std::vector<Mark> words;
};

class Espeak {
public:
    /// The process's own; starts the library at the first call.
    static Espeak& get();
    Espeak(const Espeak&) = delete;
    Espeak& operator=(const Espeak&) = delete;

    /// `voice` is espeak-ng's name: en-us, vi. unavailable when its data is not installed.
    Result<std::vector<Clause>> clauses(const std::string& text, const std::string& voice);
    /// The phonemes of words without marks or figures: "h_ə_l_ˈoʊ w_ˈɜː_l_d". Words that are said
    /// together stand without a blank.
    Result<std::string> phonemes(const std::string& words, const std::string& voice);
    /// `speed` 1 is 160 words a minute.
    Result<Spoken> speak(const std::string& text, const std::string& voice, double speed);

private:
    Espeak();
    ~Espeak();
    Result<void> choose(const std::string& voice);

    std::mutex mutex_;
    std::uint32_t rate_ = 0;  // 0: the library did not start
    std::string voice_;
};

}  // namespace lexi::ml
