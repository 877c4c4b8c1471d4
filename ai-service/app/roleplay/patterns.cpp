#include "roleplay/patterns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>

#include "kit/unicode.hpp"

namespace lexi::roleplay {
namespace {

using Text = std::string_view;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_wordy(char c) { return is_letter(c) || is_digit(c); }

void replace_all(std::string& text, Text from, Text to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

// Lower case without marks. đ is a letter of its own to Unicode.
std::string plain(Text text) {
    std::string out = utf8::mapped(
        text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    replace_all(out, "đ", "d");
    replace_all(out, "’", "'");
    return out;
}

void add_split(Words& out, Text text) {
    for (const auto part : std::views::split(text, ' ')) out.emplace_back(Text(part));
}

// A word may hold apostrophes: how it is written out.
void add_word(Words& out, const std::string& word) {
    static const std::map<Text, Text> irregular = {
        {"won't", "will not"}, {"can't", "can not"}, {"cannot", "can not"},  {"wont", "will not"},
        {"cant", "can not"},   {"dont", "do not"},   {"doesnt", "does not"}, {"didnt", "did not"},
        {"isnt", "is not"},    {"wasnt", "was not"}, {"im", "i am"},         {"ive", "i have"}};
    static const std::map<Text, Text> endings = {{"m", "am"},    {"re", "are"},  {"s", "is"},
                                                 {"ll", "will"}, {"ve", "have"}, {"d", "would"}};
    if (const auto found = irregular.find(word); found != irregular.end()) {
        return add_split(out, found->second);
    }
    if (word.ends_with("n't")) {
        out.push_back(word.substr(0, word.size() - 3));
        out.emplace_back("not");
        return;
    }
    const auto last = word.rfind('\'');
    if (last != std::string::npos) {
        const auto ending = endings.find(Text(word).substr(last + 1));
        if (ending != endings.end()) {
            out.push_back(word.substr(0, last));
            out.emplace_back(ending->second);
            return;
        }
    }
    std::string joined = word;
    std::erase(joined, '\'');
    out.push_back(std::move(joined));
}

bool is_number(Text word) {
    static const std::set<Text> numbers = {
        "zero",     "one",      "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",    "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen",  "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        "thirty",   "forty",    "fifty",   "sixty",     "seventy",  "eighty",   "ninety",
        "hundred",  "thousand", "million", "half"};
    return is_digit(word.front()) || numbers.contains(word);
}

bool fits(Text element, Text word) {
    return std::ranges::any_of(std::views::split(element, '|'), [word](auto&& part) {
        const Text one(part);
        if (one == "_" || one == word) return true;
        if (one.ends_with('*')) return word.starts_with(one.substr(0, one.size() - 1));
        return one == "#" && is_number(word);
    });
}

}  // namespace

Words turn_words(Text turn) {
    const auto text = plain(turn);
    Words out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_wordy(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() &&
               (is_wordy(text[at]) ||
                (text[at] == '\'' && at + 1 < text.size() && is_letter(text[at + 1])))) {
            ++at;
        }
        add_word(out, text.substr(begin, at - begin));
    }
    return out;
}

bool matches(Text pattern, const Words& words) {
    std::set<std::size_t> places;  // where the rest of the pattern may begin
    for (std::size_t at = 0; at <= words.size(); ++at) places.insert(at);
    for (const auto part : std::views::split(pattern, ' ')) {
        Text element(part);
        if (element == "...") {
            for (auto at = *places.begin(); at <= words.size(); ++at) places.insert(at);
            continue;
        }
        const bool may_lack = element.ends_with('?');
        if (may_lack) element.remove_suffix(1);
        std::set<std::size_t> after;
        for (const auto at : places) {
            if (at < words.size() && fits(element, words[at])) after.insert(at + 1);
        }
        if (may_lack) after.insert(places.begin(), places.end());
        if (after.empty()) return false;
        places = std::move(after);
    }
    return true;
}

bool any_matches(const std::vector<std::string>& patterns, const Words& words) {
    return std::ranges::any_of(patterns, [&](const auto& one) { return matches(one, words); });
}

bool asks_for_help(const Words& words) {
    static constexpr std::array<Text, 6> kHelp = {
        "not understand",    "not know what|how to say|answer", "what do you mean", "repeat|pardon",
        "say that|it again", "speak|talk more? slowly|slower"};
    return std::ranges::any_of(kHelp, [&](Text one) { return matches(one, words); });
}

}  // namespace lexi::roleplay
