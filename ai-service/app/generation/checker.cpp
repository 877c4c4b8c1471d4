#include "generation/checker.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "core/lexicon/forms.hpp"
#include "kit/utf8.hpp"

namespace lexi::generation {
namespace {

using core::Lexicon;

constexpr std::string_view kGap = "____";

std::size_t times(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

bool says(std::string_view text, std::string_view part) {
    return (" " + core::plain(text) + " ").contains(" " + core::plain(part) + " ");
}

bool is_english(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::multiset<std::string> bag(const std::vector<std::string>& tokens) {
    return {tokens.begin(), tokens.end()};
}

std::vector<std::string> split(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::vector<std::string> tokens;
    for (std::string word; words >> word;) tokens.push_back(word);
    return tokens;
}

// Edits between two texts, by byte; enough to tell "realise" from "realize".
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

// The same to a learner: equal without case and punctuation, or one letter apart in a longer word.
bool same_option(std::string_view one, std::string_view other) {
    const auto a = core::plain(one);
    const auto b = core::plain(other);
    if (a == b) return true;
    return is_english(a) && is_english(b) && std::min(a.size(), b.size()) > 6 &&
           distance(a, b) <= 1;
}

// The vocabulary's entries that an option can stand for: a word, or the translation of words.
std::vector<const core::Word*> meanings(const std::string& option, const Lexicon& lexicon) {
    auto found = lexicon.find(option);
    if (!found.empty()) return found;
    for (const auto& word : lexicon.words()) {
        if (word.translation == option) found.push_back(&word);
    }
    return found;
}

bool could_mean_the_same(const std::string& one, const std::string& other, const Lexicon& lexicon) {
    for (const auto* a : meanings(one, lexicon)) {
        for (const auto* b : meanings(other, lexicon)) {
            if (lexicon.related(*a, *b)) return true;
        }
    }
    return false;
}

struct Judge {
    const Item& item;
    core::Level level;
    const Lexicon& lexicon;
    std::set<std::string> faults;

    void fault_if(bool wrong, const char* name) {
        if (wrong) faults.insert(name);
    }

    void options() {
        const auto& options = item.options;
        fault_if(options.size() != 4, "wrong_count");
        fault_if(std::ranges::count(options, item.answer) != 1, "answer_missing");
        for (std::size_t i = 0; i < options.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                fault_if(same_option(options[i], options[j]), "duplicate_option");
            }
            fault_if(
                options[i] != item.answer && could_mean_the_same(options[i], item.answer, lexicon),
                "second_answer");
        }
        fault_if(says(item.prompt, item.answer) || says(item.hint_vi, item.answer),
                 "answer_leaked");
    }

    void gap() {
        fault_if(times(item.prompt, kGap) != 1, "wrong_form");
        fault_if(says(item.prompt, item.answer) || says(item.hint_vi, item.answer),
                 "answer_leaked");
        fault_if(item.answer.empty() || item.answer.contains(' '), "wrong_form");
        const auto letters = utf8::length(item.answer);
        // Another word of the same letter, length and meaning would be as right.
        for (const auto* own : lexicon.readings(item.answer)) {
            for (const auto& word : lexicon.words()) {
                if (utf8::length(word.word) != letters || word.word[0] != item.answer[0]) continue;
                if (word.word == own->word) continue;
                fault_if(lexicon.related(word, *own), "second_answer");
            }
        }
    }

    void order(std::size_t strays) {
        const auto needed = split(item.answer);
        fault_if(needed.size() < 4 || item.tokens.size() != needed.size() + strays, "wrong_count");
        const auto given = bag(item.tokens);
        fault_if(!std::ranges::includes(given, bag(needed)), "answer_missing");
        fault_if(item.tokens == needed, "answer_leaked");
        // A token given twice may change places with itself: no second answer. A stray one that is
        // a form of a needed one could take its place.
        auto left = given;
        for (const auto& token : needed) {
            if (const auto at = left.find(token); at != left.end()) left.erase(at);
        }
        for (const auto& stray : left) {
            for (const auto& token : needed) {
                const auto word = core::plain(token);
                fault_if(core::inflections(stray, "verb").contains(word) ||
                             could_mean_the_same(stray, word, lexicon),
                         "second_answer");
            }
        }
        fault_if(says(item.prompt, item.answer), "answer_leaked");
    }

    void sound() {
        fault_if(item.audio_text != item.answer || item.answer.empty(), "wrong_form");
        fault_if(!item.prompt.empty() && says(item.prompt, item.answer), "answer_leaked");
        fault_if(item.answer.find_first_of("0123456789") != std::string::npos, "second_answer");
    }

    void pairs() {
        fault_if(item.pairs.size() < 4 || item.pairs.size() > 5 || !item.answer.empty(),
                 "wrong_count");
        for (std::size_t i = 0; i < item.pairs.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const auto& a = item.pairs[i];
                const auto& b = item.pairs[j];
                fault_if(same_option(a.left, b.left) || same_option(a.right, b.right),
                         "duplicate_option");
                fault_if(could_mean_the_same(a.left, b.left, lexicon), "second_answer");
            }
        }
    }

    void mistake() {
        const auto wrong = split(item.prompt);
        const auto right = split(item.answer);
        fault_if(core::plain(item.prompt) == core::plain(item.answer), "answer_leaked");
        fault_if(says(item.hint_vi, item.answer), "answer_leaked");
        // One place: what stands before and after it is the same.
        std::size_t before = 0;
        while (before < std::min(wrong.size(), right.size()) && wrong[before] == right[before])
            ++before;
        std::size_t after = 0;
        while (after + before < std::min(wrong.size(), right.size()) &&
               wrong[wrong.size() - 1 - after] == right[right.size() - 1 - after]) {
            ++after;
        }
        fault_if(wrong.size() - before - after > 2 || right.size() - before - after > 2,
                 "wrong_form");
    }

    void texts() {
        std::vector<std::string> english{item.answer, item.audio_text};
        if (item.type != "reorder" && item.type != "translation") english.push_back(item.prompt);
        english.insert(english.end(), item.options.begin(), item.options.end());
        // The other tokens are the answer's, where a capital tells a name from a beginning.
        const auto needed = bag(split(item.answer));
        for (const auto& token : item.tokens) {
            if (!needed.contains(token)) english.push_back(token);
        }
        for (const auto& pair : item.pairs) english.push_back(pair.left);
        for (const auto& text : english) {
            fault_if(is_english(text) && !lexicon.words_beyond(text, level).empty(), "above_level");
        }
        std::vector<std::string> vietnamese{item.instruction_vi};
        if (item.type == "reorder" || item.type == "translation") vietnamese.push_back(item.prompt);
        for (const auto& pair : item.pairs) vietnamese.push_back(pair.right);
        for (const auto& text : vietnamese) {
            fault_if(!lexicon.lost_marks(text).empty(), "lost_marks");
        }
        fault_if(item.instruction.empty() || item.instruction_vi.empty(), "wrong_form");
        const bool shows_itself = item.type == "dictation" || item.type == "matching";
        fault_if(item.prompt.empty() != shows_itself, "wrong_form");
    }

    void kind() {
        if (item.type == "multiple_choice") return options();
        if (item.type == "cloze") return gap();
        if (item.type == "reorder") return order(0);
        if (item.type == "translation") return order(2);
        if (item.type == "dictation") return sound();
        if (item.type == "matching") return pairs();
        if (item.type == "error_spotting") return mistake();
        faults.insert("wrong_form");
    }
};

}  // namespace

std::vector<std::string> faults_of(const Item& item, core::Level level, const Lexicon& lexicon) {
    Judge judge{.item = item, .level = level, .lexicon = lexicon, .faults = {}};
    judge.kind();
    judge.texts();
    return {judge.faults.begin(), judge.faults.end()};
}

}  // namespace lexi::generation
