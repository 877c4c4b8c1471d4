#pragma once
// How hard an English text is to read. Pure.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.hpp"

namespace lexi::analysis {

/// Sentences end at . ! ? (with the quotes after them), at an empty line, or with the text.
std::size_t sentence_count(std::string_view text);

/// Spoken syllables of an English word, by its letters (at least 1). Right for nine words in ten.
std::size_t syllable_count(std::string_view word);

struct Readability {
    std::size_t words = 0;
    std::size_t sentences = 0;
    std::size_t syllables = 0;

    double words_per_sentence() const;
    double syllables_per_word() const;
    /// Flesch 1948: 206.835 - 1.015 words/sentence - 84.6 syllables/word; higher is easier.
    double reading_ease() const;
    /// Kincaid et al. 1975: 0.39 words/sentence + 11.8 syllables/word - 15.59; years of school.
    double grade() const;
};
Readability readability(std::string_view text);

struct WordLevel {
    std::string word;  // folded
    core::Level level = core::Level::a1;
    std::size_t count = 0;
};

/// A word of text needs this much of its words known to be read without help (Laufer &
/// Ravenhorst-Kalovski 2010: 95 % with some support).
inline constexpr double kEnoughCoverage = 0.95;

struct LevelProfile {
    std::vector<WordLevel> words;  // in the order of the text, each once
    std::size_t total = 0;         // words that were judged (names and numbers are not)
    /// Share of the words that a learner of each level knows, A1 to C2.
    std::array<double, core::kLevelNames.size()> coverage{};

    /// The lowest level that knows kEnoughCoverage of the words.
    core::Level estimate() const;
};
LevelProfile level_profile(const core::Lexicon& lexicon, std::string_view text);

/// Different words by all words; for texts of equal length.
double type_token_ratio(std::string_view text);

}  // namespace lexi::analysis
