#pragma once
// Whether a learner can be expected to understand what the tutor says. Pure.
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.hpp"

namespace lexi::chat {

/// One word in twenty may be new: who knows 95 % of a text's words follows it with some help
/// (Laufer 1989, Laufer & Ravenhorst-Kalovski 2010). A short text may have one, too.
inline constexpr std::size_t kKnownWordsPerNewWord = 20;

struct LevelReading {
    std::size_t words = 0;
    std::vector<std::string> beyond;  // words above the level, folded, each once

    double share() const;  // of the words, 0-1
    bool too_hard() const;
};

/// Folded words that count as known whatever their level: the learner's own, a role-play's.
using KnownWords = std::set<std::string, std::less<>>;
KnownWords known_words(const std::vector<std::string_view>& texts);

/// Reads English text for a learner of `level`. Names are free (Lexicon::words_beyond).
LevelReading read_level(const core::Lexicon& lexicon, std::string_view text, core::Level level,
                        const KnownWords& known);

}  // namespace lexi::chat
