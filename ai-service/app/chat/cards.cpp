#include "chat/cards.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "core/lexicon/files.hpp"
#include "core/lexicon/forms.hpp"

namespace lexi::chat {
namespace {

constexpr std::size_t kMostCards = 2;
constexpr std::array kContentWords{std::string_view("noun"), std::string_view("verb"),
                                   std::string_view("adjective"), std::string_view("adverb")};

constexpr std::size_t kCommonest = 250;  // words that any text is full of: do, how, here

bool is_common(const std::string& form) {
    static const auto common = [] {
        std::set<std::string, std::less<>> words;
        std::istringstream lines{std::string(core::frequency_file())};
        for (std::string line; words.size() < kCommonest && std::getline(lines, line);) {
            words.insert(line);
        }
        return words;
    }();
    return common.contains(form);
}

// A spelling with several entries (light, noun and adjective) has no one meaning to put on a card
// without knowing which was meant.
const core::Word* only_reading(const core::Lexicon& lexicon, const std::string& form) {
    const auto& readings = lexicon.readings(form);
    if (readings.size() != 1) return nullptr;
    return std::ranges::contains(kContentWords, readings.front()->part_of_speech) ? readings.front()
                                                                                  : nullptr;
}

}  // namespace

std::vector<CardSuggestion> cards(const core::Lexicon& lexicon, std::string_view reply,
                                  core::Level level, const KnownWords& known) {
    std::vector<const core::Word*> found;
    for (const auto& word : core::words_of(reply)) {
        const auto form = core::folded(word.text);
        const auto* entry = only_reading(lexicon, form);
        if (entry == nullptr || entry->level < level || std::ranges::contains(found, entry) ||
            is_common(form) || known.contains(form) || known.contains(core::folded(entry->word))) {
            continue;
        }
        found.push_back(entry);
    }
    std::ranges::stable_sort(found, std::greater(), &core::Word::level);
    if (found.size() > kMostCards) found.resize(kMostCards);
    std::vector<CardSuggestion> suggested;
    for (const auto* word : found) {
        suggested.push_back(
            {.word = word->word, .translation = word->translation, .example = word->example});
    }
    return suggested;
}

}  // namespace lexi::chat
