#include "analysis/languagetool.hpp"

#include <algorithm>

#include "core/error_names.hpp"
#include "core/writing.hpp"
#include "kit/utf8.hpp"

namespace lexi::analysis::languagetool {
namespace {

using ml::grammar::Match;

constexpr std::size_t kContext = 40;  // bytes to either side, at least

bool wanted(const Match& match, const Choice& choice) {
    if (choice.enabled_only) return std::ranges::contains(choice.enabled_rules, match.rule);
    return !std::ranges::contains(choice.disabled_rules, match.rule) &&
           !std::ranges::contains(choice.disabled_categories, match.category);
}

// The standard's issue types (ITS 2.0, localization quality issue), as LanguageTool uses them.
std::string issue_type(const Match& match) {
    if (match.category == "spelling") return "misspelling";
    if (match.category == "punctuation") return "typographical";
    if (match.category == "word_choice") return "style";
    return "grammar";
}

std::size_t letter_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return std::min(at, text.size());
}

Context context_of(std::string_view text, const Match& match) {
    const auto from = match.bytes.offset;
    const auto begin = letter_start(text, from - std::min(from, kContext));
    const auto end =
        letter_start(text, std::min(text.size(), from + match.bytes.length + kContext));
    Context context{
        .text = std::string(text.substr(begin, end - begin)),
        .offset = static_cast<std::int64_t>(utf8::utf16_length(text.substr(begin, from - begin))),
        .length = static_cast<std::int64_t>(match.utf16.length)};
    std::ranges::replace(context.text, '\n', ' ');
    return context;
}

}  // namespace

Check check_of(const AnnotatedText& text, const ml::grammar::Report& report, const Choice& choice) {
    Check check;
    check.language = {.name = "English (US)",
                      .code = "en-US",
                      .detectedLanguage = {.name = "English (US)", .code = "en-US"}};
    for (const auto& match : report.matches) {
        const auto offset = static_cast<std::int64_t>(match.utf16.offset);
        const auto length = static_cast<std::int64_t>(match.utf16.length);
        if (!wanted(match, choice) || !text.editable(offset, length)) continue;
        const auto names = core::category_names(match.category);
        MatchView view{
            .message = choice.vietnamese ? match.message_vi : match.message,
            .shortMessage = std::string(choice.vietnamese ? names.vietnamese : names.english),
            .offset = text.original(offset),
            .length = length,
            .context = context_of(text.text(), match),
            .sentence = core::sentence_around(text.text(), match.bytes.offset,
                                              match.bytes.offset + match.bytes.length),
            .type = {.typeName = match.category == "spelling" ? "UnknownWord" : "Other"},
            .rule = {.id = match.rule,
                     .description = std::string(names.english),
                     .issueType = issue_type(match),
                     .category = {.id = match.category, .name = std::string(names.english)}}};
        for (const auto& replacement : match.replacements) {
            view.replacements.push_back({replacement});
        }
        check.matches.push_back(std::move(view));
    }
    return check;
}

}  // namespace lexi::analysis::languagetool
