#include "suggestions/drills.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <map>

namespace lexi::suggestions {
namespace {

constexpr std::size_t kPairs = 5;
constexpr std::size_t kWords = 8;
constexpr std::size_t kEnoughPairs = 2;

// Sounds that are written with two signs; the longest match wins.
constexpr std::array<std::string_view, 11> kDouble{"tʃ", "dʒ", "eɪ", "aɪ", "ɔɪ", "oʊ",
                                                   "aʊ", "iː", "uː", "ɑː", "ɔː"};

std::size_t letter_bytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The aligner and the vocabulary write some sounds differently, and only one marks length.
std::string canonical(std::string sound) {
    if (sound.ends_with("ː")) sound.resize(sound.size() - std::string_view("ː").size());
    if (sound == "ɹ") return "r";
    if (sound == "ɛ") return "e";
    if (sound == "g") return "ɡ";
    if (sound == "ɚ") return "ɝ";
    return sound;
}

bool same_sound(const std::string& a, const std::string& b) { return canonical(a) == canonical(b); }

bool has_sound(const std::vector<std::string>& sounds, const std::string& wanted) {
    return std::ranges::any_of(sounds, [&](const auto& s) { return same_sound(s, wanted); });
}

std::string joined(const std::vector<std::string>& sounds) {
    std::string text;
    for (const auto& sound : sounds) text += canonical(sound) + ' ';
    return text;
}

void add_pairs(DrillView& drill, const core::Lexicon& lexicon, const std::string& expected,
               const std::string& actual) {
    std::map<std::string, const core::Word*> by_sound;
    for (const auto& word : lexicon.words()) by_sound.emplace(joined(sounds_of(word.ipa)), &word);
    for (const auto& word : lexicon.words()) {
        const auto sounds = sounds_of(word.ipa);
        for (std::size_t i = 0; i < sounds.size() && drill.pairs.size() < kPairs; ++i) {
            if (!same_sound(sounds[i], expected)) continue;
            auto changed = sounds;
            changed[i] = actual;
            const auto other = by_sound.find(joined(changed));
            if (other != by_sound.end()) {
                drill.pairs.push_back({.one = word.word, .other = other->second->word});
                break;
            }
        }
    }
}

}  // namespace

std::vector<std::string> sounds_of(std::string_view ipa) {
    std::vector<std::string> sounds;
    for (std::size_t at = 0; at < ipa.size();) {
        const auto rest = ipa.substr(at);
        const auto pair = std::ranges::find_if(
            kDouble, [rest](std::string_view sound) { return rest.starts_with(sound); });
        const auto size =
            pair != kDouble.end() ? pair->size() : std::min(letter_bytes(rest[0]), rest.size());
        const auto sign = rest.substr(0, size);
        at += size;
        if (sign == "/" || sign == " " || sign == "ˈ" || sign == "ˌ") continue;
        if (sign == "ː" && !sounds.empty()) {
            sounds.back() += sign;
        } else {
            sounds.emplace_back(sign);
        }
    }
    return sounds;
}

DrillView sound_drill(const core::Lexicon& lexicon, const std::string& expected,
                      const std::string& actual) {
    DrillView drill;
    if (!actual.empty() && actual != expected) add_pairs(drill, lexicon, expected, actual);
    if (drill.pairs.size() >= kEnoughPairs) {
        drill.type = "minimal_pairs";
        drill.instruction =
            std::format("Say each pair so that /{}/ and /{}/ can be told apart.", expected, actual);
        drill.instruction_vi =
            std::format("Đọc từng cặp từ sao cho nghe rõ /{}/ khác với /{}/.", expected, actual);
        return drill;
    }
    drill.type = "words";
    drill.pairs.clear();
    for (const auto& word : lexicon.words()) {
        if (drill.words.size() == kWords) break;
        if (!word.word.contains(' ') && has_sound(sounds_of(word.ipa), expected)) {
            drill.words.push_back(word.word);
        }
    }
    drill.instruction = std::format("Say these words; take care of /{}/.", expected);
    drill.instruction_vi = std::format("Đọc các từ này, chú ý âm /{}/.", expected);
    return drill;
}

}  // namespace lexi::suggestions
