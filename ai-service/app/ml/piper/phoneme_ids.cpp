#include "ml/piper/phoneme_ids.hpp"

#include <algorithm>
#include <array>

namespace lexi::ml {
namespace {

// NFD, as Piper's voices were trained, for the only composed letter that espeak-ng's IPA has.
std::vector<std::string> decomposed(const std::string& point) {
    if (point == "ç") return {"c", "\u0327"};
    return {point};
}

constexpr std::string_view kVowels = "aeiouyæøœɐɑɒɔɘəɚɛɜɞɤɨɪɯɵɶʉʊʌʏᵻ";
constexpr std::array<std::string_view, 8> kSilent{"ˈ", "ˌ", " ", "'", "-", "_", "|", "\u0361"};

double weight_of(std::string_view ipa) {
    double weight = 0;
    for (const auto& point : code_points(ipa)) {
        if (!std::ranges::contains(kSilent, point)) weight += kVowels.contains(point) ? 2 : 1;
    }
    return weight;
}

bool is_mark(const std::string& point) {
    static constexpr std::string_view kAscii = ".,;:!?\"'()[]{}<>*#~_";
    if (point.size() == 1) return kAscii.contains(point[0]);
    static constexpr std::array<std::string_view, 9> kWide{"“", "”", "‘", "’", "…",
                                                           "–", "—", "«", "»"};
    return std::ranges::contains(kWide, point);
}

}  // namespace

std::vector<std::string> code_points(std::string_view text) {
    std::vector<std::string> points;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t n = 1;
        while (at + n < text.size() && (static_cast<unsigned char>(text[at + n]) & 0xC0) == 0x80)
            ++n;
        points.emplace_back(text.substr(at, n));
        at += n;
    }
    return points;
}

SoundIds sound_ids(const std::vector<Sound>& sounds, const PhonemeIds& known) {
    SoundIds found;
    const auto add = [&](std::string_view phoneme, std::size_t sound) {
        const auto at = known.find(phoneme);
        if (at == known.end()) return false;
        found.ids.insert(found.ids.end(), at->second.begin(), at->second.end());
        found.sound.resize(found.ids.size(), sound);
        return true;
    };
    add("^", sounds.size());
    add("_", sounds.size());
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        for (const auto& point : code_points(sounds[i].ipa)) {
            if (add(point, i)) {
                add("_", i);
                continue;
            }
            for (const auto& part : decomposed(point)) {
                if (add(part, i)) add("_", i);
            }
        }
    }
    add("$", sounds.size());
    return found;
}

std::vector<double> estimated_shares(const std::vector<Sound>& sounds, const SoundIds& ids) {
    std::vector<double> shares(ids.ids.size(), 0);
    double total = 0;
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        const auto first = std::ranges::find(ids.sound, i);
        if (first == ids.sound.end()) continue;
        const double weight = sounds[i].ipa == " "               ? 0
                              : sounds[i].word == Sound::kNoWord ? 4
                                                                 : weight_of(sounds[i].ipa);
        shares[static_cast<std::size_t>(first - ids.sound.begin())] = weight;
        total += weight;
    }
    if (total > 0) {
        for (auto& share : shares) share /= total;
    }
    return shares;
}

std::vector<std::string> plain_words(std::string_view text) {
    std::vector<std::vector<std::string>> raw(1);
    for (auto& point : code_points(text)) {
        if (point == " " || point == "\n" || point == "\t" || point == "\r" || point == "\u00A0") {
            raw.emplace_back();
        } else {
            raw.back().push_back(std::move(point));
        }
    }
    std::vector<std::string> words;
    for (auto& points : raw) {
        while (!points.empty() && is_mark(points.back())) points.pop_back();
        const auto first = std::ranges::find_if_not(points, is_mark);
        std::string word;
        for (auto at = first; at != points.end(); ++at) word += *at;
        if (!word.empty() && word != "-") words.push_back(std::move(word));
    }
    return words;
}

}  // namespace lexi::ml
