#include "ml/piper/word_sounds.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ml/piper/espeak.hpp"

namespace lexi::ml {
namespace {

using spoken::SaidWord;
using spoken::Tongue;

// espeak-ng's answer as sounds: phonemes apart by '_', words by blanks. The flags around words that
// it says in another language are left out.
std::vector<Sound> parsed(std::string_view text) {
    std::vector<Sound> sounds;
    std::string open;
    bool flag = false;
    const auto close = [&] {
        if (!open.empty()) sounds.push_back({.ipa = std::exchange(open, "")});
    };
    for (const char c : text) {
        if (c == '(') flag = true;
        if (!flag && c != '_' && c != ' ' && c != '-' && c != '\n') open += c;
        if (!flag && (c == '_' || c == ' ')) close();
        if (!flag && c == ' ' && !sounds.empty() && sounds.back().ipa != " ") {
            sounds.push_back({.ipa = " "});
        }
        if (c == ')') flag = false;
    }
    close();
    while (!sounds.empty() && sounds.back().ipa == " ") sounds.pop_back();
    return sounds;
}

// Given phonemes, which nothing keeps apart: a letter begins one, signs of length, nasality and the
// like belong to the one before, stress to the one behind.
std::vector<Sound> given_sounds(std::string_view ipa) {
    static constexpr std::array<std::string_view, 3> kStress{"ˈ", "ˌ", "'"};
    static constexpr std::array<std::string_view, 9> kBehind{
        "ː", "ʰ", "ʲ", "ʷ", "\u0329", "\u0303", "\u032A", "\u0361", "\u0327"};
    std::vector<Sound> sounds;
    std::string stress;
    bool tied = false;
    for (const auto& point : code_points(ipa)) {
        if (std::ranges::contains(kStress, point)) {
            stress += point;
        } else if (!sounds.empty() && (tied || std::ranges::contains(kBehind, point))) {
            sounds.back().ipa += point;
            tied = point == "\u0361";
        } else if (point == " ") {
            sounds.push_back({.ipa = " "});
        } else {
            sounds.push_back({.ipa = std::exchange(stress, "") + point, .word = 0});
        }
    }
    return sounds;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

using Nearest = std::pair<std::string_view, std::string_view>;

// Sounds that a voice of the one language was not trained on, by its nearest own.
constexpr std::array<Nearest, 19> kVietnameseInEnglish{{{"oj", "ɔɪ"},
                                                        {"aːj", "aɪ"},
                                                        {"t̪", "t"},
                                                        {"ɗ", "d"},
                                                        {"ɓ", "b"},
                                                        {"x", "k"},
                                                        {"ɣ", "ɡ"},
                                                        {"ɲ", "nj"},
                                                        {"ʈ", "tʃ"},
                                                        {"c", "k"},
                                                        {"ʂ", "ʃ"},
                                                        {"ʐ", "ɹ"},
                                                        {"ɯ", "ʊ"},
                                                        {"ɤ", "ʌ"},
                                                        {"y", "ʊ"},
                                                        {"ɜ", ""},
                                                        {"əː", "ɜː"},
                                                        {"aː", "ɑː"},
                                                        {"o", "oʊ"}}};
constexpr std::array<Nearest, 12> kEnglishInVietnamese{{{"θ", "t"},
                                                        {"ð", "z"},
                                                        {"ɹ", "r"},
                                                        {"ɾ", "t"},
                                                        {"ɚ", "ə"},
                                                        {"ɝ", "ə"},
                                                        {"æ", "ɛ"},
                                                        {"ʌ", "ə"},
                                                        {"ɐ", "ə"},
                                                        {"dʒ", "z"},
                                                        {"ʒ", "z"},
                                                        {"ᵻ", "i"}}};

void adapt(std::string& ipa, Tongue from, Tongue voice) {
    if (from == voice) return;
    if (from == Tongue::vietnamese) {
        std::erase_if(ipa, [](char c) { return c >= '0' && c <= '9'; });  // tones
        for (const auto& [strange, near] : kVietnameseInEnglish) replace_all(ipa, strange, near);
    } else {
        for (const auto& [strange, near] : kEnglishInVietnamese) replace_all(ipa, strange, near);
    }
}

std::string without_stress(std::string_view ipa) {
    std::string plain(ipa);
    replace_all(plain, "ˈ", "");
    replace_all(plain, "ˌ", "");
    replace_all(plain, "ː", "");
    return plain;
}

// espeak-ng takes a lone A for the article; in "A M" it is a letter.
std::string letters_named(const std::string& said, Tongue tongue) {
    if (tongue != Tongue::english || !said.contains(' ')) return said;
    std::string text = " " + said + " ";
    replace_all(text, " A ", " eigh ");
    return text.substr(1, text.size() - 2);
}

const char* voice_name(Tongue tongue) { return tongue == Tongue::english ? "en-us" : "vi"; }

// The sounds of each word alone, with the word they are of.
std::vector<Sound> alone(std::span<const SaidWord> words) {
    std::vector<Sound> sounds;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto said = Espeak::get().phonemes(letters_named(words[i].said, words[i].tongue),
                                                 voice_name(words[i].tongue));
        if (!said) continue;
        for (auto& sound : parsed(*said)) {
            if (sound.ipa != " ") sounds.push_back({.ipa = std::move(sound.ipa), .word = i});
        }
    }
    return sounds;
}

// Words said together run into each other ("of the" is one to espeak-ng): the sounds of the whole
// are laid over those of the words alone with the fewest changes, and take their words.
void share_out(std::vector<Sound>& sounds, const std::vector<Sound>& parts) {
    std::vector<std::size_t> spoken;
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        if (sounds[i].ipa != " ") spoken.push_back(i);
    }
    const auto rows = spoken.size() + 1, columns = parts.size() + 1;
    std::vector<std::size_t> cost(rows * columns);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
        return cost[i * columns + j];
    };
    std::vector<std::string> whole, single;
    for (const auto i : spoken) whole.push_back(without_stress(sounds[i].ipa));
    for (const auto& part : parts) single.push_back(without_stress(part.ipa));
    const auto differs = [&](std::size_t i, std::size_t j) -> std::size_t {
        return whole[i] == single[j] ? 0 : 1;
    };
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            if (i == 0 || j == 0) {
                at(i, j) = i + j;
                continue;
            }
            at(i, j) = std::min(
                {at(i - 1, j - 1) + differs(i - 1, j - 1), at(i - 1, j) + 1, at(i, j - 1) + 1});
        }
    }
    for (std::size_t i = rows - 1, j = columns - 1; i > 0;) {
        if (j > 0 && at(i, j) == at(i - 1, j - 1) + differs(i - 1, j - 1)) {
            sounds[spoken[--i]].word = parts[--j].word;
        } else if (j > 0 && at(i, j) == at(i, j - 1) + 1) {
            --j;
        } else {
            sounds[spoken[--i]].word = j > 0 ? parts[j - 1].word : parts.front().word;
        }
    }
}

}  // namespace

Result<std::vector<Sound>> sounds_of(std::span<const SaidWord> words, Tongue voice) {
    if (!words.front().ipa.empty()) return given_sounds(words.front().ipa);
    std::string said;
    const auto tongue = words.front().tongue;
    for (const auto& word : words) {
        said += (said.empty() ? "" : " ") + letters_named(word.said, tongue);
    }
    const auto answer = Espeak::get().phonemes(said, voice_name(tongue));
    if (!answer) return std::unexpected(answer.error());
    auto sounds = parsed(*answer);
    if (const auto parts = alone(words); !parts.empty()) share_out(sounds, parts);
    for (auto& sound : sounds) adapt(sound.ipa, tongue, voice);
    std::erase_if(sounds, [](const Sound& sound) { return sound.ipa.empty(); });
    return sounds;
}

}  // namespace lexi::ml
