#include <algorithm>
#include <set>

#include "app/content/pack.hpp"

namespace lexi::content {
namespace {

using Texts = std::vector<std::string>;

bool distinct(const Texts& texts) {
    return std::set<std::string>(texts.begin(), texts.end()).size() == texts.size();
}

void check_choices(const Exercise& e, Texts& out) {
    const auto choices = e.choices.value_or(Texts{});
    if (choices.size() < 2) out.emplace_back("choices must be two or more");
    if (!distinct(choices)) out.emplace_back("choices must differ");
    if (std::ranges::find(choices, e.answer) == choices.end()) {
        out.emplace_back("answer must be one of the choices");
    }
}

void check_tokens(const Exercise& e, Texts& out) {
    Texts tokens;
    for (const auto& token : e.tokens.value_or(Texts{})) {
        for (auto& word : grading::normalised(token)) tokens.push_back(std::move(word));
    }
    std::ranges::sort(tokens);
    Texts accepted = e.alternatives.value_or(Texts{});
    accepted.push_back(e.answer);
    for (const auto& text : accepted) {
        auto words = grading::normalised(text);
        std::ranges::sort(words);
        if (words != tokens) out.push_back("tokens do not make: " + text);
    }
}

void check_pairs(const Exercise& e, Texts& out) {
    Texts lefts;
    Texts rights;
    for (const auto& [left, right] : e.pairs.value_or(std::vector<grading::Pair>{})) {
        lefts.push_back(left);
        rights.push_back(right);
    }
    if (lefts.size() < 2) out.emplace_back("pairs must be two or more");
    if (!distinct(lefts) || !distinct(rights)) out.emplace_back("pairs must differ on both sides");
    if (!e.answer.empty()) out.emplace_back("answer must be empty: the pairs are the answer");
}

// An answer that is accepted must be graded as right; a wrong sentence must not.
void check_grading(const Exercise& e, Texts& out) {
    const grading::Key key{.kind = e.kind,
                           .answer = e.answer,
                           .alternatives = e.alternatives.value_or(Texts{}),
                           .pairs = {},
                           .choices = e.choices.value_or(Texts{})};
    if (grading::normalised(e.answer).empty()) out.emplace_back("answer must not be empty");
    if (const auto wrong = grading::key_mistake(key))
        out.push_back("answer or alternatives: " + *wrong);
    if (e.kind == "error_spotting" &&
        grading::grade(key, {.text = e.prompt, .pairs = {}}).correct) {
        out.emplace_back("the wrong sentence would be graded as right");
    }
}

}  // namespace

Texts mistakes_of(const Exercise& e) {
    Texts out;
    if (e.kind == "matching") {
        check_pairs(e, out);
        return out;
    }
    check_grading(e, out);
    if (e.kind == "multiple_choice" || (e.kind == "listening" && e.choices)) check_choices(e, out);
    if (e.kind == "reorder") check_tokens(e, out);
    if (e.kind == "cloze" && !e.prompt.contains("____"))
        out.emplace_back("prompt must have a gap: ____");
    const bool spoken = e.kind == "listening" || e.kind == "dictation" || e.kind == "speaking";
    if (spoken && e.audio_text.value_or("").empty()) out.emplace_back("audio_text is required");
    return out;
}

}  // namespace lexi::content
