#include "ml/piper/phoneme_ids.hpp"

#include <algorithm>
#include <array>

namespace lexi::ml {
namespace {

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

std::string without_flags(std::string_view ipa) {
    std::string plain;
    int depth = 0;
    for (const char c : ipa) {
        if (c == '(') ++depth;
        if (depth == 0) plain += c;
        if (c == ')' && depth > 0) --depth;
    }
    return plain;
}

// NFD, as Piper's voices were trained, for the only composed letter that espeak-ng's IPA has.
std::vector<std::string> decomposed(const std::string& point) {
    if (point == "ç") return {"c", "\u0327"};
    return {point};
}

constexpr std::string_view kVowels = "aeiouyæøœɐɑɒɔɘəɚɛɜɞɤɨɪɯɵɶʉʊʌʏᵻ";
constexpr std::array<std::string_view, 8> kSilent{"ˈ", "ˌ", " ", "'", "-", "_", "|", "\u0361"};

bool is_mark(const std::string& point) {
    static constexpr std::string_view kAscii = ".,;:!?\"'()[]{}<>*#~_";
    if (point.size() == 1) return kAscii.contains(point[0]);
    static constexpr std::array<std::string_view, 9> kWide{"“", "”", "‘", "’", "…",
                                                           "–", "—", "«", "»"};
    return std::ranges::contains(kWide, point);
}

}  // namespace

std::string Sentence::ipa() const {
    std::string text;
    for (const auto& clause : clauses) {
        if (!text.empty()) text += ' ';
        text += clause.ipa + clause.mark;
    }
    return text;
}

std::vector<Sentence> sentences(const std::vector<Clause>& clauses) {
    std::vector<Sentence> found;
    bool open = false;
    for (const auto& clause : clauses) {
        if (spoken_weight(without_flags(clause.ipa)) == 0) {
            open = open && !clause.ends_sentence;
            continue;
        }
        if (!open) found.emplace_back();
        found.back().clauses.push_back(clause);
        open = !clause.ends_sentence;
    }
    for (auto& sentence : found) {
        auto& mark = sentence.clauses.back().mark;
        if (mark.empty() || !std::string_view(".?!").contains(mark[0])) mark = ".";
    }
    return found;
}

std::vector<std::int64_t> phoneme_ids(std::string_view ipa, const PhonemeIds& known) {
    std::vector<std::int64_t> ids;
    const auto add = [&](std::string_view phoneme) {
        const auto found = known.find(phoneme);
        if (found == known.end()) return false;
        ids.insert(ids.end(), found->second.begin(), found->second.end());
        return true;
    };
    add("^");
    add("_");
    for (const auto& point : code_points(without_flags(ipa))) {
        if (add(point)) {
            add("_");
            continue;
        }
        for (const auto& part : decomposed(point)) {
            if (add(part)) add("_");
        }
    }
    add("$");
    return ids;
}

double spoken_weight(std::string_view ipa) {
    double weight = 0;
    for (const auto& point : code_points(ipa)) {
        if (std::ranges::contains(kSilent, point) || is_mark(point)) continue;
        weight += kVowels.contains(point) ? 2 : 1;
    }
    return weight;
}

std::vector<TtsWord> share_time(const std::vector<WeightedWord>& words, double start, double end) {
    double total = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        total += words[i].weight + (i + 1 < words.size() ? words[i].pause : 0);
    }
    const double unit = total > 0 ? (end - start) / total : 0;
    std::vector<TtsWord> timed;
    double at = start;
    for (const auto& word : words) {
        const double stop = at + word.weight * unit;
        timed.push_back({.word = word.word, .start = at, .end = std::min(stop, end)});
        at = stop + word.pause * unit;
    }
    return timed;
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
