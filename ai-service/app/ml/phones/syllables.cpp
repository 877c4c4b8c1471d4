#include "ml/phones/syllables.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ml/phones/arpabet.hpp"
#include "ml/piper/espeak.hpp"

namespace lexi::ml {
namespace {

// What an English syllable may begin with, beside a single consonant.
constexpr std::array<std::string_view, 45> kOnsets{
    "P L",   "P R",   "P Y",   "B L",   "B R",   "B Y",   "T R",   "T W",  "D R",
    "D W",   "K L",   "K R",   "K W",   "K Y",   "G L",   "G R",   "G W",  "F L",
    "F R",   "F Y",   "V Y",   "TH R",  "TH W",  "SH R",  "S P",   "S T",  "S K",
    "S M",   "S N",   "S L",   "S W",   "S F",   "HH Y",  "M Y",   "HH W", "S P L",
    "S P R", "S P Y", "S T R", "S K R", "S K W", "S K Y", "S K L", "N Y",  "L Y"};

bool may_begin(const std::vector<std::string>& phones, std::size_t begin, std::size_t end) {
    if (end - begin == 0) return true;
    if (end - begin == 1) return phones[begin] != "NG" && phones[begin] != "ZH";
    std::string joined = phones[begin];
    for (auto at = begin + 1; at < end; ++at) joined += " " + phones[at];
    return std::ranges::contains(kOnsets, joined);
}

}  // namespace

std::vector<Syllable> divide_syllables(const std::vector<std::string>& phones) {
    std::vector<Syllable> syllables;
    std::size_t after_vowel = 0;
    for (std::size_t at = 0; at < phones.size(); ++at) {
        if (!is_vowel(phones[at])) continue;
        std::size_t begin = after_vowel;
        if (!syllables.empty()) {
            while (!may_begin(phones, begin, at)) ++begin;
            syllables.back().end = begin;
        }
        syllables.push_back({.begin = begin, .end = phones.size()});
        after_vowel = at + 1;
    }
    return syllables;
}

std::vector<Stress> stresses_of_ipa(std::string_view ipa) {
    std::vector<Stress> stresses;
    auto next = Stress::none;
    for (const auto& piece : ipa_pieces(ipa)) {
        if (piece.ipa == "ˈ") next = Stress::primary;
        if (piece.ipa == "ˌ") next = Stress::secondary;
        for (const auto& phone : piece.phones) {
            if (!is_vowel(phone)) continue;
            stresses.push_back(next);
            next = Stress::none;
        }
    }
    return stresses;
}

void add_stresses(std::vector<Syllable>& syllables, std::string_view ipa) {
    if (syllables.empty()) return;
    const auto stresses = stresses_of_ipa(ipa);
    for (std::size_t i = 0; i < stresses.size(); ++i) {
        if (stresses[i] == Stress::none) continue;
        // As far into the word, which is the same vowel where there are as many.
        auto& syllable = syllables[i * syllables.size() / stresses.size()];
        if (syllable.stress != Stress::primary) syllable.stress = stresses[i];
    }
    if (syllables.size() == 1) syllables.front().stress = Stress::primary;
}

std::vector<Syllable> syllables_of(const std::string& word,
                                   const std::vector<std::string>& phones) {
    auto syllables = divide_syllables(phones);
    std::string ipa;
    if (const auto clauses = Espeak::get().clauses(word, "en-us")) {
        for (const auto& clause : *clauses) ipa += clause.ipa;
    }
    add_stresses(syllables, ipa);
    return syllables;
}

}  // namespace lexi::ml
