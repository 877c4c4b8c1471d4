#include "chat/level_check.hpp"

#include <algorithm>

#include "core/lexicon/forms.hpp"

namespace lexi::chat {

double LevelReading::share() const {
    return words == 0 ? 0 : static_cast<double>(beyond.size()) / static_cast<double>(words);
}

bool LevelReading::too_hard() const {
    return beyond.size() > std::max<std::size_t>(1, words / kKnownWordsPerNewWord);
}

KnownWords known_words(const std::vector<std::string_view>& texts) {
    KnownWords known;
    for (const auto text : texts) {
        for (const auto& word : core::words_of(text)) known.insert(core::folded(word.text));
    }
    return known;
}

LevelReading read_level(const core::Lexicon& lexicon, std::string_view text, core::Level level,
                        const KnownWords& known) {
    LevelReading reading;
    reading.words = core::words_of(text).size();
    for (const auto& word : lexicon.words_beyond(text, level)) {
        auto form = core::folded(word);
        if (known.contains(form) || std::ranges::contains(reading.beyond, form)) continue;
        reading.beyond.push_back(std::move(form));
    }
    return reading;
}

}  // namespace lexi::chat
