#include "ml/grammar/matches.hpp"

#include <algorithm>
#include <format>

#include "kit/utf8.hpp"
#include "ml/grammar/inflect.hpp"

namespace lexi::ml::grammar {
namespace {

// The bytes that an edit replaces and the text for them. A word that is taken out takes a blank
// with it; one that is put in brings one.
std::pair<Span, std::string> placed(std::string_view text, const Sentence& s, const Edit& edit) {
    const auto begin = s[edit.from].begin;
    if (edit.from == edit.to) {
        if (edit.from < s.size()) {
            const auto& next = s[edit.from];
            const bool starts = edit.from == 0 && next.is_capital();
            auto after = next.text;
            if (starts && next.low != "i" && !next.is(Flag::proper)) after = next.low;
            return {{.offset = begin, .length = next.end - begin},
                    cased_like(edit.text, starts ? next.text : "") + " " + after};
        }
        const auto& last = s[s.size() - 1];
        return {{.offset = last.begin, .length = last.end - last.begin},
                last.text + " " + edit.text};
    }
    const auto end = s[edit.to - 1].end;
    if (!edit.text.empty()) {
        // "I can" becomes "can I": only the start of a sentence gives its capital on
        const bool i = edit.from > 0 && s[edit.from].low == "i";
        return {{.offset = begin, .length = end - begin},
                i ? edit.text : cased_like(edit.text, s[edit.from].text)};
    }
    if (edit.from == 0 && edit.to < s.size()) {
        const auto& next = s[edit.to];
        return {{.offset = begin, .length = next.end - begin},
                cased_like(next.text, s[edit.from].text)};
    }
    const auto from = begin > 0 && text[begin - 1] == ' ' ? begin - 1 : begin;
    return {{.offset = from, .length = end - from}, ""};
}

bool overlap(const Span& one, const Span& other) {
    return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}

}  // namespace

std::vector<Match> rule_matches(std::string_view text, const Sentence& sentence) {
    Edits edits;
    for (const auto* family : families()) family->run(sentence, edits);
    std::vector<Match> matches;
    for (const auto& edit : edits.found()) {
        const auto* rule = find_rule(edit.rule);
        if (rule == nullptr) continue;
        auto [span, replacement] = placed(text, sentence, edit);
        matches.push_back({.bytes = span,
                           .rule = std::string(rule->id),
                           .category = std::string(rule->category),
                           .type = std::string(rule->type),
                           .message = std::string(rule->message),
                           .message_vi = std::string(rule->message_vi),
                           .replacements = {std::move(replacement)},
                           .severity = rule->severity});
    }
    return matches;
}

Report report(std::string_view text, std::vector<Match> matches) {
    Report made;
    for (auto& match : matches) {
        const auto original = text.substr(match.bytes.offset, match.bytes.length);
        const bool changes = match.replacements.empty() || match.replacements.front() != original;
        const bool free = std::ranges::none_of(
            made.matches, [&](const Match& kept) { return overlap(kept.bytes, match.bytes); });
        if (changes && free) made.matches.push_back(std::move(match));
    }
    std::ranges::sort(made.matches, {}, [](const Match& m) { return m.bytes.offset; });
    std::size_t at = 0;
    std::size_t units = 0;
    for (auto& match : made.matches) {
        const auto [offset, length] = match.bytes;
        units += utf8::utf16_length(text.substr(at, offset - at));
        const auto original = text.substr(offset, length);
        match.utf16 = {.offset = units, .length = utf8::utf16_length(original)};
        units += match.utf16.length;
        made.corrected_text += text.substr(at, offset - at);
        const bool applied = match.severity == Severity::error && !match.replacements.empty();
        made.corrected_text += applied ? std::string_view(match.replacements.front()) : original;
        at = offset + length;
    }
    made.corrected_text += text.substr(at);
    return made;
}

}  // namespace lexi::ml::grammar
