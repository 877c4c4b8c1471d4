#include "ml/grammar/spelling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <ranges>

#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {
namespace {

bool ascii(std::string_view word) {
    return std::ranges::all_of(word, [](unsigned char c) { return c < 0x80; });
}

bool all_capitals(std::string_view word) {
    return word.size() > 1 &&
           std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// The token in front of `i` that is no blank; null: there is none.
const Token* previous(const std::vector<Token>& tokens, std::size_t i) {
    while (i > 0 && tokens[i - 1].kind == Kind::space) --i;
    return i == 0 ? nullptr : &tokens[i - 1];
}

// A name, an abbreviation, a Vietnamese word: not ours to correct.
bool left_alone(const std::vector<Token>& tokens, std::size_t i) {
    const auto& token = tokens[i];
    if (!ascii(token.text) || token.text.size() < 3 || all_capitals(token.text)) return true;
    if (std::ranges::any_of(token.text, [](char c) { return c >= '0' && c <= '9'; })) return true;
    static const Words kDishes("pho banh dai nem bun xoi tet com goi cuon mien nuoc mam cha xeo");
    if (kDishes.contains(token.low)) return true;
    const bool beside = i >= 2 && tokens[i - 1].kind == Kind::space && !ascii(tokens[i - 2].text);
    if (beside && vietnamese_syllable(token.low)) return true;  // đàn tranh
    if (!token.is_capital()) return false;
    if (vietnamese_syllable(token.low)) return true;
    const auto* const before = previous(tokens, i);
    return before != nullptr && before->kind != Kind::punctuation &&
           before->kind != Kind::paragraph;
}

// A small letter here is a second mistake.
bool starts_sentence(const std::vector<Token>& tokens, std::size_t i) {
    const auto* const before = previous(tokens, i);
    return before == nullptr || before->kind == Kind::paragraph ||
           (before->kind == Kind::punctuation && std::string_view(".!?").contains(before->text));
}

std::string in_its_case(const std::string& word, const Misspelling& found) {
    return cased_like(word, found.starts ? "A" : found.typed);
}

// The text around a misspelling that the model reads: from the sentence's begin, at most so many
// bytes, and a few words behind.
constexpr std::size_t kBefore = 50;
constexpr std::size_t kBehind = 8;
constexpr double kFar = 7.2;  // so many edits away it is a guess: shown, not applied
constexpr double kNearName = 3.6;
constexpr double kCommonZipf = 4.0;
constexpr double kDoubt = 4.0;         // in natural logarithms
constexpr double kHopeless = 7.0;      // behind the first: not even the context makes up for it
constexpr std::size_t kReordered = 3;  // candidates; each costs the model a few tokens
constexpr double kContextWeight = 1.0;
constexpr double kPriorWeight = 0.25;  // of the word's frequency once the context speaks

std::string before(std::string_view text, const std::vector<Misspelling>& found,
                   std::size_t which) {
    const auto end = found[which].bytes.offset;
    auto begin = end > kBefore ? end - kBefore : 0;
    const auto stop = text.substr(0, end).find_last_of(".!?\n");
    if (stop != std::string_view::npos && stop >= begin) begin = stop + 1;
    while (begin < end && text[begin] != ' ' && begin > 0 && text[begin - 1] != '\n') ++begin;
    std::string made;
    auto at = begin;
    for (std::size_t k = 0; k < which; ++k) {
        const auto& other = found[k];
        if (other.bytes.offset < begin) continue;
        made += text.substr(at, other.bytes.offset - at);
        made += other.candidates.front().word;
        at = other.bytes.offset + other.bytes.length;
    }
    made += text.substr(at, end - at);
    const auto first = made.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : made.substr(first);
}

std::string behind(std::string_view text, const Span& span) {
    auto rest = text.substr(span.offset + span.length);
    if (const auto stop = rest.find_first_of(".!?\n"); stop < kBehind) {
        return std::string(rest.substr(0, stop + 1));
    }
    if (rest.size() <= kBehind) return std::string(rest);
    const auto blank = rest.rfind(' ', kBehind);
    if (blank == std::string_view::npos) return {};
    return std::string(rest.substr(0, std::max<std::size_t>(blank, 1)));
}

// Whether the words around could change the order: the first candidate leads by too little.
bool doubtful(const Misspelling& found) {
    const auto& all = found.candidates;
    return all.size() > 1 && all[0].score - all[1].score < kDoubt;
}

// The text around with each candidate in the misspelling's place.
std::vector<std::string> in_place(std::string_view text, const std::vector<Misspelling>& found,
                                  std::size_t which) {
    const auto& one = found[which];
    const auto front = before(text, found, which);
    const auto back = behind(text, one.bytes);
    std::vector<std::string> texts;
    for (const auto& candidate : one.candidates | std::views::take(kReordered)) {
        if (one.candidates.front().score - candidate.score > kHopeless) break;
        texts.push_back(std::format("{}{}{}", front, in_its_case(candidate.word, one), back));
    }
    return texts;
}

void reorder(std::vector<Candidate>& candidates, const std::vector<double>& likely) {
    for (std::size_t k = 0; k < likely.size(); ++k) {
        auto& candidate = candidates[k];
        candidate.score =
            candidate.channel + kPriorWeight * candidate.prior + kContextWeight * likely[k];
    }
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(likely.size());
    std::stable_sort(candidates.begin(), end,
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

}  // namespace

std::vector<Misspelling> misspellings(const std::vector<Token>& tokens) {
    std::vector<Misspelling> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (token.kind != Kind::unknown || left_alone(tokens, i)) continue;
        auto candidates = spelling_candidates(token.low);
        if (candidates.empty()) continue;
        // Yuki, Whitmore: a sentence may begin with a name, so only a common word that is near will
        // do.
        const auto& best = candidates.front();
        const bool near = best.channel > -kNearName && zipf(best.word) >= kCommonZipf;
        if (token.is_capital() && !near) continue;
        found.push_back({.bytes = {.offset = token.begin, .length = token.end - token.begin},
                         .typed = token.text,
                         .starts = starts_sentence(tokens, i),
                         .candidates = std::move(candidates)});
    }
    return found;
}

void order_by_context(std::string_view text, std::vector<Misspelling>& found, std::size_t most,
                      Scorer& scorer) {
    std::vector<std::size_t> asked;
    std::vector<std::vector<std::string>> groups;
    for (std::size_t k = 0; k < found.size() && asked.size() < most; ++k) {
        if (!doubtful(found[k])) continue;
        asked.push_back(k);
        groups.push_back(in_place(text, found, k));
    }
    const auto likely = scorer.compare(groups);
    for (std::size_t k = 0; k < asked.size(); ++k) reorder(found[asked[k]].candidates, likely[k]);
}

Match as_match(const Misspelling& found) {
    const auto best = in_its_case(found.candidates.front().word, found);
    Match match{.bytes = found.bytes,
                .rule = "SPELLING",
                .category = "spelling",
                .type = best.contains(' ') ? "R:ORTH" : "R:SPELL",
                .message = std::format("“{}” is not in the dictionary.", found.typed),
                .message_vi = std::format("“{}” không có trong từ điển; có lẽ bạn muốn viết “{}”.",
                                          found.typed, best)};
    if (!found.in_context && found.candidates.front().channel < -kFar)
        match.severity = Severity::suggestion;
    for (const auto& candidate : found.candidates) {
        match.replacements.push_back(in_its_case(candidate.word, found));
    }
    return match;
}

}  // namespace lexi::ml::grammar
