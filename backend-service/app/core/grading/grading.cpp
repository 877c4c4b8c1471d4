#include "app/core/grading/grading.hpp"

#include <algorithm>

#include "app/core/grading/align.hpp"
#include "app/core/grading/diff.hpp"
#include "app/core/grading/readings.hpp"

namespace lexi::grading {
namespace {

constexpr std::size_t kWordsATypo = 4;  // one slip is forgiven for so many words

// Where the spelling of a long English word is not what is asked.
bool forgives_slips(const Key& key) {
    return key.kind == "translate_to_en" || key.kind == "dictation" ||
           (key.kind == "listening" && key.choices.empty());
}

// Where the answer is chosen or put together from what is shown, brackets mean themselves.
bool is_literal(const Key& key) { return !key.choices.empty() || key.kind == "reorder"; }

Language language_of(const Key& key) {
    return key.kind == "translate_to_vi" ? Language::vi : Language::en;
}

std::vector<std::string> accepted(const Key& key) {
    std::vector<std::string> all = {key.answer};
    all.insert(all.end(), key.alternatives.begin(), key.alternatives.end());
    return all;
}

Grade grade_pairs(const Key& key, const Given& given) {
    Grade out;
    out.correct = given.pairs.size() == key.pairs.size();
    for (const auto& [left, right] : key.pairs) {
        const auto wanted = left + " = " + right;
        out.expected += (out.expected.empty() ? "" : "\n") + wanted;
        const auto found = given.pairs.find(left);
        if (found == given.pairs.end()) {
            out.correct = false;
            out.diff.push_back({.kind = "missing", .text = wanted, .expected = {}});
        } else if (normalised(found->second) == normalised(right)) {
            out.diff.push_back({.kind = "kept", .text = wanted, .expected = {}});
        } else {
            out.correct = false;
            out.diff.push_back(
                {.kind = "replaced", .text = left + " = " + found->second, .expected = wanted});
        }
    }
    return out;
}

std::int64_t length_of(const Text& text) {
    return text.written.empty() ? 0 : static_cast<std::int64_t>(text.written.back().end);
}

// An answer that nobody writes by hand is wrong as a whole; the work stays bounded.
Grade grade_endless(const Key& key, const Given& given, const Text& text) {
    return {.correct = false,
            .expected = key.answer,
            .diff = {{.kind = "replaced",
                      .text = given.text,
                      .expected = key.answer,
                      .start = 0,
                      .end = length_of(text)}}};
}

void judge(Grade& out, const std::vector<Step>& steps) {
    std::size_t words = 0;
    std::size_t typos = 0;
    std::size_t marks = 0;
    std::size_t wrong = 0;
    for (const auto& step : steps) {
        words += step.given != nullptr && step.match != Match::silent ? 1 : 0;
        typos += step.match == Match::typo ? 1 : 0;
        marks += step.match == Match::marks ? 1 : 0;
        wrong += step.match == Match::replaced || step.match == Match::extra ||
                         step.match == Match::missing
                     ? 1
                     : 0;
    }
    const bool forgiven = typos <= std::max<std::size_t>(1, words / kWordsATypo);
    out.correct = words > 0 && wrong == 0 && marks == 0 && forgiven;
    out.typo = out.correct && typos > 0;
    out.missing_diacritics = words > 0 && wrong == 0 && marks > 0;
}

}  // namespace

Grade grade(const Key& key, const Given& given) {
    if (key.kind == "matching") return grade_pairs(key, given);
    const auto language = language_of(key);
    const auto text = cut(given.text);
    if (text.words.size() > kMostWords) return grade_endless(key, given, text);
    auto wanted = lattice_of_key(accepted(key), language, is_literal(key));
    // A key that cannot be read is refused at the import; here it means what it says, letter by
    // letter.
    if (!wanted) wanted = lattice_of_key({key.answer}, language, true);
    if (!wanted) return grade_endless(key, given, text);
    const auto said = lattice_of_answer(given.text, language);
    const auto steps = align(said, *wanted, language, forgives_slips(key));
    Grade out;
    judge(out, steps);
    out.expected = shown(steps, *wanted);
    out.diff = difference(steps, said, *wanted);
    return out;
}

std::optional<std::string> key_mistake(const Key& key) {
    const auto made = lattice_of_key(accepted(key), language_of(key), is_literal(key));
    if (made) return std::nullopt;
    return made.error();
}

std::vector<std::string> normalised(std::string_view text) {
    const auto words = cut(text).words;
    std::vector<std::string> out;
    std::size_t next = 0;
    for (const auto& reading : readings(words, Language::en, Side::answer, false)) {
        if (reading.from != next) continue;  // another reading of words that are there already
        out.insert(out.end(), reading.tokens.begin(), reading.tokens.end());
        next = reading.to;
    }
    return out;
}

}  // namespace lexi::grading
