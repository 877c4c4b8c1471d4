#include "core/lexicon/forms.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "core/lexicon/files.hpp"
#include "kit/unicode.hpp"

namespace lexi::core {
namespace {

using Forms = std::map<std::string, std::vector<std::string>, std::less<>>;

// What is no verb and irregular.
constexpr std::string_view kOthers =
    "man men\nwoman women\nchild children\nperson people\nfoot feet\ntooth teeth\nmouse mice\n"
    "goose geese\nlife lives\nwife wives\nknife knives\nleaf leaves\nhalf halves\nshelf shelves\n"
    "loaf loaves\nwolf wolves\nthief thieves\nscarf scarves\nself selves\nquiz quizzes\n"
    "good better best\nwell better best\nbad worse worst\nbadly worse worst\n"
    "far farther further farthest furthest\nlittle less least\nmuch more most\nmany more most\n"
    "can could\na an\n"
    "not don't doesn't isn't aren't didn't can't won't\n";

Forms read_forms(std::string_view table) {
    Forms forms;
    std::istringstream lines{std::string(table)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string base;
        words >> base;
        for (std::string form; words >> form;) forms[base].push_back(form);
    }
    return forms;
}

const Forms& verbs() {
    static const Forms forms = read_forms(irregular_verbs_file());
    return forms;
}

const Forms& others() {
    static const Forms forms = read_forms(kOthers);
    return forms;
}

bool is_vowel(char c) { return std::string_view("aeiou").contains(c); }

bool ends_in_consonant_y(std::string_view word) {
    return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

// stop, plan, quit: one vowel between consonants; the last is doubled before -ed in short words.
bool may_double(std::string_view word) {
    if (word.size() < 2) return false;
    const char last = word.back();
    const char vowel = word[word.size() - 2];
    if (is_vowel(last) || std::string_view("wxy").contains(last) || !is_vowel(vowel)) return false;
    if (word.size() == 2 || !is_vowel(word[word.size() - 3])) return true;
    return word.size() > 3 && word.substr(word.size() - 4, 2) == "qu";
}

void add_endings(std::set<std::string>& forms, const std::string& word,
                 const std::vector<std::string>& with_vowel) {
    for (const auto& end : with_vowel) {
        forms.insert(word + end);
        if (ends_in_consonant_y(word) && end[0] == 'e') {
            forms.insert(word.substr(0, word.size() - 1) + "i" + end);
        }
        if (word.ends_with('e')) forms.insert(word.substr(0, word.size() - 1) + end);
        if (may_double(word)) forms.insert(word + word.back() + end);
    }
}

bool hisses(std::string_view word) {
    static constexpr std::array kEnds{"s", "x", "z", "ch", "sh"};
    return std::ranges::any_of(kEnds, [word](const char* end) { return word.ends_with(end); });
}

std::string with_s(std::string_view word) {
    std::string text(word);
    if (ends_in_consonant_y(word)) return text.substr(0, text.size() - 1) + "ies";
    return text + (hisses(word) ? "es" : "s");
}

struct Sign {
    bool letter = false;  // of any script, or a mark on one
    bool apostrophe = false;
    std::size_t bytes = 1;
};

Sign sign_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    utf8proc_int32_t c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (size < 1) return {};
    const auto category = utf8proc_category(c);
    return {.letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME,
            .apostrophe = c == '\'' || c == 0x2019,
            .bytes = static_cast<std::size_t>(size)};
}

}  // namespace

const std::vector<std::string>& irregular_forms(std::string_view base) {
    static const std::vector<std::string> none;
    for (const auto* table : {&verbs(), &others()}) {
        const auto found = table->find(base);
        if (found != table->end()) return found->second;
    }
    return none;
}

std::set<std::string> inflections(std::string_view word, std::string_view part_of_speech) {
    const auto base = folded(word);
    std::set<std::string> forms{base, base + "'s", base + "s'", base + "s"};
    add_endings(forms, base, {"es", "ed", "ing"});
    for (const auto* table : {&verbs(), &others()}) {
        if (const auto found = table->find(base); found != table->end()) {
            forms.insert(found->second.begin(), found->second.end());
        }
    }
    if (part_of_speech == "adjective" || part_of_speech == "adverb" ||
        part_of_speech == "determiner") {
        add_endings(forms, base, {"er", "est"});
    }
    return forms;
}

std::string third_person(std::string_view base) {
    if (base == "be") return "is";
    if (base == "have") return "has";
    if (base == "do" || base == "go") return std::string(base) + "es";
    return with_s(base);
}

std::string simple_past(std::string_view base) {
    const auto found = verbs().find(base);
    if (found != verbs().end()) {
        for (const auto& form : found->second) {
            if (form != third_person(base) && !form.ends_with("ing")) return form;
        }
    }
    std::string text(base);
    if (text.ends_with('e')) return text + "d";
    if (ends_in_consonant_y(base)) return text.substr(0, text.size() - 1) + "ied";
    const auto vowels = std::ranges::count_if(base, is_vowel);
    return text + (may_double(base) && vowels == 1 ? std::string(1, text.back()) : "") + "ed";
}

std::string plural(std::string_view noun) {
    const auto found = others().find(noun);
    return found == others().end() ? with_s(noun) : found->second.front();
}

std::vector<TextWord> words_of(std::string_view text) {
    std::vector<TextWord> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto first = sign_at(text, at);
        auto end = at + first.bytes;
        while (first.letter) {
            const auto next = sign_at(text, end);
            const bool inside = next.apostrophe && sign_at(text, end + next.bytes).letter;
            if (!next.letter && !inside) break;
            end += next.bytes;
        }
        if (first.letter) {
            words.push_back(
                {.text = std::string(text.substr(at, end - at)), .begin = at, .end = end});
        }
        at = end;
    }
    return words;
}

std::string folded(std::string_view text) {
    return utf8::mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string plain(std::string_view text) {
    std::string out;
    for (const auto& word : words_of(folded(text))) {
        if (!out.empty()) out += ' ';
        out += word.text;
    }
    return out;
}

}  // namespace lexi::core
