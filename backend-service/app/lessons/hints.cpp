#include "app/lessons/hints.hpp"

#include <sstream>

#include "kit/utf8.hpp"

namespace lexi::lessons {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

// Half of the wrong choices, at least one.
Hint fewer_choices(const grading::Key& key) {
    Hint out;
    const auto wrong = key.choices.size() - 1;
    for (const auto& choice : key.choices) {
        if (choice != key.answer && 2 * out.eliminated.size() < wrong) {
            out.eliminated.push_back(choice);
        }
    }
    return out;
}

std::string first_letter(const std::string& word) {
    std::size_t size = 1;
    while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U) ++size;
    return word.substr(0, size);
}

// The beginning of the shortest accepted answer: a letter of one word, a word of several.
Hint beginning(const grading::Key& key) {
    const auto words = words_of(grading::grade(key, {.text = "", .pairs = {}}).expected);
    if (words.empty()) return {};
    if (words.size() == 1) {
        return {.text = first_letter(words[0]) + "… (" + std::to_string(utf8::length(words[0])) +
                        " letters)",
                .eliminated = {}};
    }
    return {.text = words[0] + "… (" + std::to_string(words.size()) + " words)", .eliminated = {}};
}

// Where the wrong sentence first parts from the right one.
Hint where_to_look(const grading::Key& key, const std::string& prompt) {
    const auto diff = grading::grade(key, {.text = prompt, .pairs = {}}).diff;
    for (std::size_t i = 0; i < diff.size(); ++i) {
        if (diff[i].kind == "kept") continue;
        if (diff[i].kind != "missing")
            return {.text = "Look at “" + diff[i].text + "”.", .eliminated = {}};
        if (i == 0) return {.text = "Something is missing at the beginning.", .eliminated = {}};
        const auto words = words_of(diff[i - 1].text);
        return {.text = "Something is missing after “" + words.back() + "”.", .eliminated = {}};
    }
    return beginning(key);
}

}  // namespace

std::optional<Hint> hint_for(const grading::Key& key, const std::string& prompt) {
    if (key.kind == "speaking") return std::nullopt;
    if (key.kind == "matching") {
        if (key.pairs.empty()) return std::nullopt;
        return Hint{.text = key.pairs[0].left + " = " + key.pairs[0].right, .eliminated = {}};
    }
    if (!key.choices.empty()) return fewer_choices(key);
    if (key.kind == "error_spotting") return where_to_look(key, prompt);
    return beginning(key);
}

}  // namespace lexi::lessons
