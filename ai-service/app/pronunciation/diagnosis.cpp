#include "pronunciation/diagnosis.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "pronunciation/feedback.hpp"

namespace lexi::pronunciation {
namespace {

struct Contrast {
    std::string_view one, other;
    std::string_view word_of_one, word_of_other;
    std::string_view pattern;
    std::string_view severity;
};

// Symmetric: a row serves both directions. Words that A1 to B1 learners know where there are any.
constexpr std::array kContrasts{Contrast{"TH", "T", "thin", "tin", "th_stopping", "medium"},
                                Contrast{"TH", "S", "think", "sink", "th_stopping", "medium"},
                                Contrast{"TH", "F", "three", "free", "th_stopping", "low"},
                                Contrast{"DH", "D", "they", "day", "th_stopping", "medium"},
                                Contrast{"DH", "Z", "breathe", "breeze", "th_stopping", "low"},
                                Contrast{"DH", "V", "than", "van", "th_stopping", "low"},
                                Contrast{"S", "SH", "see", "she", "s_sh", "medium"},
                                Contrast{"Z", "ZH", "", "", "s_sh", "low"},
                                Contrast{"SH", "CH", "ship", "chip", "affricate", "medium"},
                                Contrast{"CH", "T", "chin", "tin", "affricate", "medium"},
                                Contrast{"CH", "S", "chip", "sip", "affricate", "medium"},
                                Contrast{"JH", "Z", "jest", "zest", "affricate", "medium"},
                                Contrast{"JH", "D", "jeep", "deep", "affricate", "medium"},
                                Contrast{"JH", "Y", "jet", "yet", "affricate", "low"},
                                Contrast{"JH", "CH", "joke", "choke", "final_devoicing", "low"},
                                Contrast{"V", "W", "vet", "wet", "v_b_w", "medium"},
                                Contrast{"V", "B", "very", "berry", "v_b_w", "high"},
                                Contrast{"V", "Y", "vet", "yet", "v_b_w", "low"},
                                Contrast{"L", "N", "light", "night", "l_n_r", "high"},
                                Contrast{"L", "R", "light", "right", "l_n_r", "high"},
                                Contrast{"R", "N", "rice", "nice", "l_n_r", "high"},
                                Contrast{"N", "NG", "thin", "thing", "final_nasal", "low"},
                                Contrast{"M", "N", "some", "sun", "final_nasal", "medium"},
                                Contrast{"P", "B", "pay", "bay", "voicing", "high"},
                                Contrast{"P", "F", "pan", "fan", "consonant", "high"},
                                Contrast{"T", "D", "two", "do", "voicing", "high"},
                                Contrast{"K", "G", "coat", "goat", "voicing", "high"},
                                Contrast{"S", "Z", "price", "prize", "voicing", "medium"},
                                Contrast{"F", "V", "fan", "van", "voicing", "medium"},
                                Contrast{"S", "T", "sea", "tea", "consonant", "high"},
                                Contrast{"K", "HH", "cat", "hat", "consonant", "high"},
                                Contrast{"K", "T", "key", "tea", "consonant", "high"},
                                Contrast{"IH", "IY", "ship", "sheep", "vowel_length", "high"},
                                Contrast{"UH", "UW", "full", "fool", "vowel_length", "medium"},
                                Contrast{"AE", "EH", "bad", "bed", "vowel_quality", "high"},
                                Contrast{"AE", "AH", "cat", "cut", "vowel_quality", "high"},
                                Contrast{"AE", "AA", "hat", "hot", "vowel_quality", "high"},
                                Contrast{"EH", "IH", "desk", "disk", "vowel_quality", "high"},
                                Contrast{"EH", "EY", "wet", "wait", "vowel_quality", "high"},
                                Contrast{"AA", "AH", "hot", "hut", "vowel_quality", "medium"},
                                Contrast{"AO", "OW", "caught", "coat", "vowel_quality", "high"},
                                Contrast{"AO", "AA", "caught", "cot", "vowel_quality", "low"},
                                Contrast{"AH", "ER", "bud", "bird", "vowel_quality", "high"},
                                Contrast{"ER", "AO", "work", "walk", "vowel_quality", "high"},
                                Contrast{"AY", "AE", "bike", "back", "vowel_quality", "high"},
                                Contrast{"AY", "EY", "high", "hay", "vowel_quality", "high"},
                                Contrast{"AW", "AA", "shout", "shot", "vowel_quality", "medium"},
                                Contrast{"OW", "AH", "boat", "but", "vowel_quality", "high"},
                                Contrast{"IY", "EY", "see", "say", "vowel_quality", "high"}};

// What is left of a word when its last sound is not said.
struct LostEnd {
    std::string_view sound, whole, rest;
};
constexpr std::array kLostEnds{
    LostEnd{"T", "beat", "bee"},   LostEnd{"D", "seed", "see"},  LostEnd{"K", "like", "lie"},
    LostEnd{"P", "rope", "row"},   LostEnd{"B", "robe", "row"},  LostEnd{"G", "rogue", "row"},
    LostEnd{"S", "ice", "eye"},    LostEnd{"Z", "nose", "no"},   LostEnd{"F", "life", "lie"},
    LostEnd{"V", "drive", "dry"},  LostEnd{"TH", "both", "bow"}, LostEnd{"DH", "bathe", "bay"},
    LostEnd{"CH", "teach", "tea"}, LostEnd{"JH", "page", "pay"}, LostEnd{"SH", "leash", "lee"},
    LostEnd{"M", "team", "tea"},   LostEnd{"N", "seen", "see"},  LostEnd{"L", "meal", "me"}};

const Contrast* contrast(const std::string& a, const std::string& b) {
    const auto* found = std::ranges::find_if(kContrasts, [&](const Contrast& c) {
        return (c.one == a && c.other == b) || (c.one == b && c.other == a);
    });
    return found == kContrasts.end() ? nullptr : found;
}

bool voiced_obstruent(const std::string& phone) {
    static constexpr std::array<std::string_view, 8> kVoiced{"B", "D",  "G",  "V",
                                                             "Z", "ZH", "JH", "DH"};
    return std::ranges::contains(kVoiced, phone);
}

std::string pattern_without_sound(const WrongSound& sound) {
    if (is_vowel(sound.expected)) return "deletion";
    if (sound.in_cluster) return "cluster_reduction";
    return sound.last ? "final_deletion" : "deletion";
}

}  // namespace

std::string error_pattern(const WrongSound& sound) {
    if (sound.expected.empty()) return is_vowel(sound.heard) ? "epenthesis" : "insertion";
    if (sound.heard.empty()) return pattern_without_sound(sound);
    if (const auto* known = contrast(sound.expected, sound.heard)) {
        const bool devoiced =
            known->pattern == "voicing" && sound.last && voiced_obstruent(sound.expected);
        return devoiced ? "final_devoicing" : std::string(known->pattern);
    }
    return is_vowel(sound.expected) && is_vowel(sound.heard) ? "vowel_quality" : "consonant";
}

std::string error_severity(const WrongSound& sound) {
    if (sound.expected.empty()) return "medium";
    if (sound.heard.empty()) return is_vowel(sound.expected) ? "medium" : "high";
    const auto* known = contrast(sound.expected, sound.heard);
    if (known == nullptr) {
        // A vowel for a consonant or the other way round leaves no word to be recognised.
        return is_vowel(sound.expected) == is_vowel(sound.heard) ? "medium" : "high";
    }
    // At the end of a word the vowel's length still tells price from prize.
    if (known->pattern == "voicing" && sound.last) return "low";
    return std::string(known->severity);
}

std::vector<std::string> minimal_pair(const std::string& expected, const std::string& heard) {
    if (heard.empty()) {
        const auto* lost = std::ranges::find(kLostEnds, expected, &LostEnd::sound);
        if (lost == kLostEnds.end()) return {};
        return {std::string(lost->whole), std::string(lost->rest)};
    }
    const auto* known = contrast(expected, heard);
    if (known == nullptr || known->word_of_one.empty()) return {};
    std::vector<std::string> words{std::string(known->word_of_one),
                                   std::string(known->word_of_other)};
    if (known->one != expected) std::ranges::reverse(words);
    return words;
}

}  // namespace lexi::pronunciation
