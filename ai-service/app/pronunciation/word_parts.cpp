#include "pronunciation/word_parts.hpp"

#include <cmath>

#include "ml/phones/letters.hpp"
#include "ml/phones/syllables.hpp"

namespace lexi::pronunciation {
namespace {

std::string stress_name(ml::Stress stress) {
    if (stress == ml::Stress::primary) return "primary";
    return stress == ml::Stress::secondary ? "secondary" : "none";
}

SyllableView syllable_view(const ml::Syllable& syllable,
                           const std::vector<const PhonemeView*>& sounds) {
    SyllableView view{.stress = stress_name(syllable.stress),
                      .start = sounds[syllable.begin]->start,
                      .end = sounds[syllable.end - 1]->end,
                      .letters = sounds[syllable.begin]->letters};
    for (auto at = syllable.begin; at < syllable.end; ++at) {
        const auto& sound = *sounds[at];
        view.ipa += sound.ipa;
        view.score += sound.score;
        if (view.letters && sound.letters) view.letters->end = sound.letters->end;
    }
    const auto count = static_cast<double>(syllable.end - syllable.begin);
    view.score = std::round(10 * view.score / count) / 10;
    return view;
}

}  // namespace

void add_parts(WordView& word) {
    std::vector<std::string> phones;
    std::vector<const PhonemeView*> sounds;
    for (const auto& sound : word.phonemes) {
        if (sound.expected.empty()) continue;
        phones.push_back(sound.expected);
        sounds.push_back(&sound);
    }
    const auto spans = ml::letter_spans(word.word, phones);
    std::size_t at = 0;
    for (auto& sound : word.phonemes) {
        if (sound.expected.empty()) continue;
        sound.letters = LettersView{.start = static_cast<std::int64_t>(spans[at].begin),
                                    .end = static_cast<std::int64_t>(spans[at].end)};
        ++at;
    }
    for (const auto& syllable : ml::syllables_of(word.word, phones)) {
        word.syllables.push_back(syllable_view(syllable, sounds));
    }
}

}  // namespace lexi::pronunciation
