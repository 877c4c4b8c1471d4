#include "ml/grammar/harper.hpp"

#include <algorithm>
#include <array>
#include <glaze/glaze.hpp>
#include <tuple>

#include "kit/utf8.hpp"

// native/harper/src/lib.rs
extern "C" {
void* lexi_harper_new(const char* off, std::size_t length);
void lexi_harper_free(void* checker);
char* lexi_harper_read(void* checker, const char* text, std::size_t length);
char* lexi_harper_lints(void* checker);
std::uint64_t lexi_harper_word(const char* word, std::size_t length);
char* lexi_harper_near(const char* word, std::size_t length, std::uint8_t distance,
                       std::size_t most);
void lexi_harper_string_free(char* string);
}

namespace lexi::ml::grammar {
namespace harper_wire {  // named: glaze does not reflect types of an anonymous namespace

using WireToken =
    std::tuple<std::size_t, std::size_t, std::string, std::string, bool, std::uint64_t>;

struct WireLint {
    std::size_t start = 0, end = 0;
    std::string rule, kind, message;
    std::uint8_t priority = 0;
    std::vector<std::string> replacements;
};

}  // namespace harper_wire
namespace {

struct Released {
    void operator()(char* string) const noexcept { lexi_harper_string_free(string); }
};
using Owned = std::unique_ptr<char, Released>;

// The byte at which each code point begins, and the end.
std::vector<std::size_t> code_points(std::string_view text) {
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) begins.push_back(at);
    }
    begins.push_back(text.size());
    return begins;
}

Kind kind_of(const std::string& letter) {
    switch (letter.empty() ? ' ' : letter[0]) {
        case 'w':
            return Kind::word;
        case 'x':
            return Kind::unknown;
        case 'n':
            return Kind::number;
        case 'p':
            return Kind::punctuation;
        case 's':
            return Kind::space;
        case 'b':
            return Kind::paragraph;
        default:
            return Kind::other;
    }
}

Tag tag_of(std::string_view name) {
    static constexpr std::array<std::string_view, 17> kNames{
        "",    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
        "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
    const auto* found = std::ranges::find(kNames, name);
    return found == kNames.end() ? Tag::none : static_cast<Tag>(found - kNames.begin());
}

std::string lower(std::string_view text) {
    std::string low;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u2019")) {
            low += '\'';
            i += 2;
        } else {
            const char c = text[i];
            low += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return low;
}

}  // namespace

std::unique_ptr<Harper> Harper::load(std::string_view off) {
    void* checker = lexi_harper_new(off.data(), off.size());
    return checker == nullptr ? nullptr : std::unique_ptr<Harper>(new Harper(checker));
}

Harper::~Harper() { lexi_harper_free(checker_); }

std::vector<Token> Harper::read(std::string_view text) {
    const Owned json(lexi_harper_read(checker_, text.data(), text.size()));
    std::vector<harper_wire::WireToken> answer;
    if (!json || glz::read_json(answer, std::string_view(json.get()))) return {};
    at_ = code_points(text);
    std::vector<Token> tokens;
    for (const auto& [start, end, kind, tag, noun_phrase, flags] : answer) {
        if (end >= at_.size() || start > end) return {};
        const auto piece = text.substr(at_[start], at_[end] - at_[start]);
        tokens.push_back({.text = std::string(piece),
                          .low = lower(piece),
                          .begin = at_[start],
                          .end = at_[end],
                          .kind = kind_of(kind),
                          .tag = tag_of(tag),
                          .noun_phrase = noun_phrase,
                          .flags = flags});
    }
    return tokens;
}

std::vector<Lint> Harper::lints() {
    const Owned json(lexi_harper_lints(checker_));
    std::vector<harper_wire::WireLint> answer;
    if (!json || glz::read_json(answer, std::string_view(json.get()))) return {};
    std::vector<Lint> lints;
    for (auto& lint : answer) {
        if (lint.end >= at_.size() || lint.start > lint.end) continue;
        lints.push_back({.begin = at_[lint.start],
                         .end = at_[lint.end],
                         .rule = std::move(lint.rule),
                         .kind = std::move(lint.kind),
                         .message = std::move(lint.message),
                         .priority = lint.priority,
                         .replacements = std::move(lint.replacements)});
    }
    return lints;
}

std::uint64_t flags_of(std::string_view word) { return lexi_harper_word(word.data(), word.size()); }

std::vector<std::string> near_words(std::string_view word, int distance, std::size_t most) {
    const Owned json(
        lexi_harper_near(word.data(), word.size(), static_cast<std::uint8_t>(distance), most));
    std::vector<std::string> words;
    if (!json || glz::read_json(words, std::string_view(json.get()))) return {};
    return words;
}

}  // namespace lexi::ml::grammar
