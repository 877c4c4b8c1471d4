#include "generation/same_topic.hpp"

#include <algorithm>
#include <array>

#include "core/lexicon/forms.hpp"

namespace lexi::generation {
namespace {

using WordSet = std::set<std::string, std::less<>>;
using Words = std::multiset<std::string>;

const WordSet& wrapping() {
    static const WordSet words{
        "the",       "a",        "an",      "of",        "and",        "or",       "in",
        "at",        "about",    "for",     "with",      "your",       "my",       "our",
        "how",       "english",  "words",   "word",      "vocabulary", "ways",     "way",
        "talking",   "talk",     "telling", "tell",      "practise",   "practice", "practising",
        "using",     "use",      "when",    "please",    "give",       "me",       "some",
        "sentences", "sentence", "lesson",  "exercises", "exercise",   "want",     "let",
        "us",        "help",     "learn",   "learning",  "phrases",    "language", "saying",
        "say",       "từ",       "vựng",    "về",        "cách",       "luyện",    "tiếng",
        "anh",       "các",      "những",   "và",        "trong",      "thì",      "với",
        "cho",       "của",      "mình",    "em",        "tôi",        "một",      "ở",
        "khi",       "bằng"};
    return words;
}

// As stems. One of these more or less, and it is another topic.
const WordSet& decisive() {
    static const WordSet words{
        "not",     "no",        "non",     "without",  "never",    "present", "past",   "futur",
        "perfect", "continuou", "simpl",   "passiv",   "activ",    "first",   "second", "third",
        "zero",    "on",        "off",     "up",       "down",     "out",     "into",   "last",
        "next",    "thi",       "that",    "hav",      "has",      "had",     "be",     "do",
        "regular", "irregular", "formal",  "informal", "question", "negativ", "short",  "long",
        "hơn",     "nhất",      "không",   "chưa",     "đã",       "đang",    "sẽ",     "bị",
        "được",    "online",    "grammar", "listen",   "speak",    "read",    "writ",   "pronounc"};
    return words;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// "Can you" opens a request; "questions with can you" is a topic.
std::string_view unwrapped(std::string_view text) {
    static constexpr std::array<std::string_view, 13> kOpenings{
        "i want to ", "i would like to ", "i'd like to ", "can you ",   "could you ",
        "help me ",   "let us ",          "let's ",       "how can i ", "how do i ",
        "i need to ", "i need ",          "please "};
    for (const auto opening : kOpenings) {
        if (text.starts_with(opening)) text.remove_prefix(opening.size());
    }
    return text;
}

// Contractions written out, so that a negation is a word; "a few" is not "few".
std::string spelt_out(std::string_view topic) {
    const auto folded = replaced(core::folded(topic), "\u2019", "'");
    std::string text = " " + std::string(unwrapped(folded));
    text = replaced(replaced(std::move(text), " a few", " afew"), " a little", " alittle");
    text = replaced(replaced(std::move(text), "can't", "can not"), "won't", "will not");
    text = replaced(replaced(std::move(text), "cannot", "can not"), "n't", " not");
    return replaced(std::move(text), "'s ", " ");
}

std::string stem(std::string word) {
    static constexpr std::array kEndings{"ing", "es", "s"};
    if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
    for (const std::string_view ending : kEndings) {
        if (word.ends_with(ending) && word.size() >= ending.size() + 3 && !word.ends_with("ss")) {
            word.resize(word.size() - ending.size());
            break;
        }
    }
    if (word.size() > 3 && word.ends_with('e')) word.pop_back();
    return word;
}

bool part_of_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80;
}

bool decides(const std::string& word) {
    return decisive().contains(word) ||
           std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

Words without(const Words& words, const Words& others) {
    Words left;
    std::ranges::set_difference(words, others, std::inserter(left, left.end()));
    return left;
}

}  // namespace

std::multiset<std::string> telling_words(std::string_view topic) {
    std::multiset<std::string> words;
    const auto text = spelt_out(topic);
    std::string word;
    const auto end_word = [&] {
        if (!word.empty() && !wrapping().contains(word)) words.insert(stem(word));
        word.clear();
    };
    for (const char c : text) {
        if (part_of_word(c)) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

bool told_apart(std::string_view one, std::string_view other) {
    const auto a = telling_words(one);
    const auto b = telling_words(other);
    const auto only_a = without(a, b);
    const auto only_b = without(b, a);
    if (!only_a.empty() && !only_b.empty()) return true;
    // What is only said once more ("more and more") is another thing than what is said once.
    const auto changes = [](const Words& left, const Words& others) {
        return std::ranges::any_of(left, [&others](const std::string& word) {
            return decides(word) || others.contains(word);
        });
    };
    return changes(only_a, b) || changes(only_b, a);
}

}  // namespace lexi::generation
