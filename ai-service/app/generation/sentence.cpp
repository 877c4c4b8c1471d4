#include "generation/sentence.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace lexi::generation {
namespace {

// Words that may stand at more than one place, or bind two things that may change sides.
const std::set<std::string, std::less<>>& movable() {
    static const std::set<std::string, std::less<>> words{
        "and",   "or",     "but",       "then",   "than",   "as",    "also",    "only",
        "just",  "even",   "too",       "very",   "so",     "there", "here",    "today",
        "now",   "always", "sometimes", "often",  "never",  "still", "again",   "both",
        "all",   "each",   "every",     "please", "really", "not",   "soon",    "already",
        "yet",   "ever",   "once",      "maybe",  "when",   "if",    "because", "while",
        "after", "before", "until",     "that",   "who",    "which", "more",    "most"};
    return words;
}

const std::set<std::string, std::less<>>& prepositions() {
    static const std::set<std::string, std::less<>> words{
        "in",   "on",    "at",      "to",     "for",   "from",   "of",      "with",    "by",
        "into", "under", "over",    "near",   "about", "behind", "between", "next",    "off",
        "up",   "down",  "through", "during", "along", "across", "around",  "without", "out"};
    return words;
}

// The part of speech by which a word could change places with another.
std::string role_of(const std::string& word, const core::Lexicon& lexicon) {
    const auto& readings = lexicon.readings(word);
    if (readings.empty()) return "noun";  // a name, most likely
    return readings.front()->part_of_speech;
}

bool may_repeat(const std::string& role) {
    return role != "noun" && role != "verb" && role != "adjective" && role != "pronoun" &&
           role != "number" && role != "determiner";
}

}  // namespace

std::optional<core::TextWord> place_of(const core::Word& word, std::string_view sentence) {
    const auto wanted = core::words_of(word.word);
    const auto words = core::words_of(sentence);
    if (wanted.empty() || words.size() < wanted.size()) return std::nullopt;
    const auto forms = core::inflections(wanted.front().text, word.part_of_speech);
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
        if (!forms.contains(core::folded(words[at].text))) continue;
        bool all = true;
        for (std::size_t i = 1; i < wanted.size(); ++i) {
            all = all && core::folded(words[at + i].text) == core::folded(wanted[i].text);
        }
        if (!all) continue;
        const auto begin = words[at].begin;
        const auto end = words[at + wanted.size() - 1].end;
        return core::TextWord{
            .text = std::string(sentence.substr(begin, end - begin)), .begin = begin, .end = end};
    }
    return std::nullopt;
}

std::string with(std::string_view sentence, const core::TextWord& place, std::string_view instead) {
    return std::string(sentence.substr(0, place.begin)) + std::string(instead) +
           std::string(sentence.substr(place.end));
}

std::vector<std::string> tokens_of(std::string_view sentence) {
    std::istringstream words{std::string(sentence)};
    std::vector<std::string> tokens;
    for (std::string word; words >> word;) tokens.push_back(word);
    return tokens;
}

bool one_order(std::string_view sentence, const core::Lexicon& lexicon) {
    const auto tokens = tokens_of(sentence);
    const auto words = core::words_of(sentence);
    if (tokens.size() < 4 || tokens.size() > 9 || tokens.size() != words.size()) return false;
    if (sentence.find_first_of(",;:\"0123456789") != std::string_view::npos) return false;
    std::size_t phrases = 0;
    std::map<std::string, int> roles;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = core::folded(words[i].text);
        if (movable().contains(word)) return false;
        for (const auto* reading : lexicon.readings(word)) {
            if (reading->part_of_speech == "adverb") return false;
        }
        if (prepositions().contains(word) && ++phrases > 1) return false;
        if (i == 0 || i + 1 == words.size() || prepositions().contains(word)) continue;
        const auto role = role_of(word, lexicon);
        if (!may_repeat(role) && ++roles[role] > 1) return false;
    }
    return std::isupper(static_cast<unsigned char>(sentence.front())) != 0 &&
           std::string_view(".!?").contains(sentence.back());
}

bool can_be_dictated(std::string_view sentence) {
    const auto words = core::words_of(sentence);
    if (words.size() < 3 || words.size() > 14) return false;
    if (sentence.find_first_of("0123456789/\"“”…:;()") != std::string_view::npos) return false;
    if (sentence.find_first_of(".!?") + 1 != sentence.size()) return false;
    return std::all_of(words.begin() + 1, words.end(), [](const core::TextWord& word) {
        return word.text.starts_with("I") || std::islower(static_cast<unsigned char>(word.text[0]));
    });
}

}  // namespace lexi::generation
