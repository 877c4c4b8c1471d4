#include "ml/piper/utterance.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "ml/piper/espeak.hpp"
#include "ml/piper/word_sounds.hpp"

namespace lexi::ml {
namespace {

using spoken::Phrase;
using spoken::SaidWord;

constexpr std::size_t kLongStart = 8;  // words

std::size_t words_said(const SaidWord& word) {
    return 1 + static_cast<std::size_t>(std::ranges::count(word.said, ' '));
}

// Where a long phrase may be cut: before a word that begins a new part of the sentence.
std::size_t cut_within(const Phrase& phrase) {
    static const std::set<std::string> kBegins{
        "and",   "but",    "or",    "because", "that",  "which", "who",  "when", "while", "if",
        "to",    "in",     "on",    "at",      "for",   "with",  "from", "of",   "than",  "as",
        "where", "before", "after", "và",      "nhưng", "vì",    "khi",  "nếu",  "ở",     "cho"};
    std::size_t best = 0, said = 0;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        if (said >= 3 && kBegins.contains(phrase.words[i].said)) best = i;
        said += words_said(phrase.words[i]);
        if (said >= kLongStart) return best != 0 ? best : std::min(i + 1, phrase.words.size() - 1);
    }
    return 0;
}

}  // namespace

std::string Utterance::ipa() const {
    std::string text;
    for (const auto& sound : sounds) text += sound.ipa;
    return text;
}

std::vector<std::vector<Phrase>> cut(std::vector<Phrase> phrases, bool quick) {
    std::vector<std::vector<Phrase>> parts(1);
    const auto close = [&parts] { parts.emplace_back(); };
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        auto& phrase = phrases[i];
        const bool first = quick && i == 0;
        if (const auto at = first ? cut_within(phrase) : 0; at != 0) {
            Phrase head{.words = {}, .mark = ",", .ends_sentence = false};
            const auto middle = phrase.words.begin() + static_cast<std::ptrdiff_t>(at);
            head.words.assign(std::make_move_iterator(phrase.words.begin()),
                              std::make_move_iterator(middle));
            phrase.words.erase(phrase.words.begin(), middle);
            parts.back().push_back(std::move(head));
            close();
        }
        const bool ends = phrase.ends_sentence;
        std::size_t said = 0;
        for (const auto& word : phrase.words) said += words_said(word);
        parts.back().push_back(std::move(phrase));
        // A single word would sound torn off.
        if (ends || (first && parts.size() == 1 && said > 2)) close();
    }
    std::erase_if(parts, [](const auto& part) { return part.empty(); });
    return parts;
}

Result<Utterance> utterance_of(const std::vector<Phrase>& phrases, spoken::Tongue voice) {
    Utterance made;
    for (const auto& phrase : phrases) {
        for (std::size_t begin = 0; begin < phrase.words.size();) {
            auto end = begin + 1;
            const auto& one = phrase.words[begin];
            const auto goes_on = [&](const SaidWord& word) {
                return one.ipa.empty() && word.ipa.empty() && word.tongue == one.tongue;
            };
            while (end < phrase.words.size() && goes_on(phrase.words[end])) ++end;
            auto sounds = sounds_of(std::span(phrase.words).subspan(begin, end - begin), voice);
            if (!sounds) return std::unexpected(sounds.error());
            if (!made.sounds.empty()) made.sounds.push_back({.ipa = " "});
            for (auto& sound : *sounds) {
                if (sound.word != Sound::kNoWord) sound.word += made.words.size();
                made.sounds.push_back(std::move(sound));
            }
            for (; begin < end; ++begin) made.words.push_back(phrase.words[begin].written);
        }
        made.sounds.push_back({.ipa = phrase.mark});
        made.ends_sentence = phrase.ends_sentence;
    }
    return made;
}

}  // namespace lexi::ml
