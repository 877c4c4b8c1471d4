#include "analysis/statistics.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "core/lexicon/forms.hpp"

namespace lexi::analysis {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").contains(c); }

double ratio(std::size_t one, std::size_t other) {
    return other == 0 ? 0 : static_cast<double>(one) / static_cast<double>(other);
}

core::Level level_of(const core::Lexicon& lexicon, std::string_view word) {
    for (std::size_t at = 0; at + 1 < core::kLevelNames.size(); ++at) {
        const auto level = static_cast<core::Level>(at);
        if (!lexicon.beyond(word, level)) return level;
    }
    return core::Level::c2;
}

}  // namespace

std::size_t sentence_count(std::string_view text) {
    std::size_t count = 0;
    bool open = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (std::isalnum(c) != 0 || c >= 0x80) open = true;
        const bool blank_follows =
            at + 1 == text.size() || std::isalnum(static_cast<unsigned char>(text[at + 1])) == 0;
        const bool ends = (std::string_view(".!?").contains(text[at]) && blank_follows) ||
                          text.substr(at).starts_with("\n\n");
        if (open && ends) {
            ++count;
            open = false;
        }
    }
    return count + (open ? 1 : 0);
}

// Groups of vowels, less a silent e (make, makes, baked), plus what two vowels apart say (-ia,
// -io).
std::size_t syllable_count(std::string_view word) {
    std::string w;
    for (const char c : core::folded(word)) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) w += c;
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < w.size(); ++at) {
        if (is_vowel(w[at]) && (at == 0 || !is_vowel(w[at - 1]))) ++count;
    }
    const auto before = [&w](std::size_t from_end) {
        return w.size() > from_end ? w[w.size() - 1 - from_end] : ' ';
    };
    const bool silent_e = w.ends_with('e') && !is_vowel(before(1)) &&
                          !(before(1) == 'l' && !is_vowel(before(2)));  // make, but table
    const bool silent_es = w.ends_with("es") && !is_vowel(before(2)) &&
                           !std::string_view("sxzcg").contains(before(2)) && before(2) != 'h';
    const bool silent_ed =
        w.ends_with("ed") && !is_vowel(before(2)) && before(2) != 't' && before(2) != 'd';
    if ((silent_e || silent_es || silent_ed) && count > 1) --count;
    for (const auto* apart : {"ia", "io", "ua", "ying"}) {
        const auto at = w.find(apart);
        if (at == std::string::npos || at == 0) continue;
        const auto end = w.substr(at);
        if (!end.starts_with("ion") && !end.starts_with("iou") && w[at - 1] != 'q') ++count;
    }
    if (w.ends_with("ea") && count > 1) ++count;  // idea, area; not tea
    return std::max<std::size_t>(1, count);
}

double Readability::words_per_sentence() const { return ratio(words, sentences); }
double Readability::syllables_per_word() const { return ratio(syllables, words); }

double Readability::reading_ease() const {
    if (words == 0) return 0;
    return 206.835 - 1.015 * words_per_sentence() - 84.6 * syllables_per_word();
}

double Readability::grade() const {
    if (words == 0) return 0;
    return 0.39 * words_per_sentence() + 11.8 * syllables_per_word() - 15.59;
}

Readability readability(std::string_view text) {
    Readability found{.words = 0, .sentences = sentence_count(text), .syllables = 0};
    for (const auto& word : core::words_of(text)) {
        ++found.words;
        found.syllables += syllable_count(word.text);
    }
    return found;
}

core::Level LevelProfile::estimate() const {
    const auto found =
        std::ranges::find_if(coverage, [](double share) { return share >= kEnoughCoverage; });
    return found == coverage.end() ? core::Level::c2
                                   : static_cast<core::Level>(found - coverage.begin());
}

LevelProfile level_profile(const core::Lexicon& lexicon, std::string_view text) {
    LevelProfile profile;
    std::size_t before = 0;
    bool first = true;
    for (const auto& word : core::words_of(text)) {
        const auto between = text.substr(before, word.begin - before);
        first = before == 0 || between.find_first_of(".!?\n") != std::string_view::npos;
        before = word.end;
        const bool capital = std::isupper(static_cast<unsigned char>(word.text[0])) != 0;
        auto form = core::folded(word.text);
        const bool english = std::ranges::all_of(
            word.text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!english) continue;  // Vietnamese among it is no English above every level
        if (capital && !first && form != "i" && lexicon.readings(form).empty()) continue;  // a name
        ++profile.total;
        auto seen = std::ranges::find(profile.words, form, &WordLevel::word);
        if (seen == profile.words.end()) {
            const auto level = level_of(lexicon, form);
            seen =
                profile.words.insert(seen, {.word = std::move(form), .level = level, .count = 0});
        }
        ++seen->count;
    }
    for (std::size_t at = 0; at < profile.coverage.size(); ++at) {
        std::size_t known = 0;
        for (const auto& word : profile.words) {
            if (static_cast<std::size_t>(word.level) <= at) known += word.count;
        }
        profile.coverage[at] = ratio(known, profile.total);
    }
    return profile;
}

double type_token_ratio(std::string_view text) {
    const auto words = core::words_of(text);
    std::set<std::string> types;
    for (const auto& word : words) types.insert(core::folded(word.text));
    return ratio(types.size(), words.size());
}

}  // namespace lexi::analysis
