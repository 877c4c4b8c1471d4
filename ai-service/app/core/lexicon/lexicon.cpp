#include "core/lexicon/lexicon.hpp"

#include <algorithm>
#include <glaze/glaze.hpp>
#include <sstream>
#include <stdexcept>

#include "core/lexicon/files.hpp"
#include "core/lexicon/forms.hpp"

namespace lexi::core {
namespace lexicon_file {  // named: glaze does not reflect types of an anonymous namespace

struct Entry {
    std::string word;
    std::string part_of_speech;
    std::string ipa;
    std::string translation;
    std::string example;
    std::string example_vi;
    std::vector<std::string> tags;
};
struct List {
    std::string level;
    std::vector<Entry> words;
};
struct LessonEntry {
    std::string title;
    std::string title_vi;
    std::string description_vi;
    std::string theory_vi;
    std::vector<std::string> new_words;
};
struct Unit {
    std::vector<LessonEntry> lessons;
};

}  // namespace lexicon_file

namespace {

constexpr char kSynonyms[] = {
#embed "synonyms.txt"
    , 0};

// A word that no list teaches counts as known among the so many most frequent (content/README.md).
constexpr std::array<std::size_t, 4> kKnownByFrequency{1500, 2500, 4000, 7000};

// Syllables that many translations have and that say nothing of the meaning.
const std::set<std::string_view>& empty_syllables() {
    static const std::set<std::string_view> syllables{
        "cái", "con", "sự", "người", "một", "cho", "của", "và",  "các", "những", "được",
        "bị",  "có",  "là", "đồ",    "ở",   "với", "ra",  "vào", "lên", "xuống", "thứ"};
    return syllables;
}

template <class T>
T parsed(std::string_view text) {
    constexpr glz::opts lenient{.null_terminated = false, .error_on_unknown_keys = false};
    T value{};
    if (const auto wrong = glz::read<lenient>(value, text)) {
        throw std::runtime_error("built-in content: " + glz::format_error(wrong, text));
    }
    return value;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

void lower_to(std::unordered_map<std::string, Level>& levels, const std::string& form,
              Level level) {
    const auto [at, fresh] = levels.emplace(form, level);
    if (!fresh) at->second = std::min(at->second, level);
}

// The word under a contraction: doesn't -> does, let's -> let.
std::string base_of(const std::string& word) {
    if (word == "won't") return "will";
    if (word == "can't") return "can";
    if (word == "shan't") return "shall";
    if (word.ends_with("n't")) return word.substr(0, word.size() - 3);
    return word.substr(0, word.find('\''));
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Could it be a Vietnamese syllable, were its marks put back? Onset, vowels, coda.
bool syllable_shaped(std::string_view word) {
    static constexpr std::array kOnsets{"ngh", "ng", "nh", "n",  "tr", "th", "t", "ch", "c",
                                        "kh",  "k",  "gh", "gi", "g",  "ph", "p", "qu", "b",
                                        "d",   "h",  "l",  "m",  "r",  "s",  "v", "x",  ""};
    static constexpr std::array kCodas{"ch", "ng", "nh", "c", "m", "n", "p", "t", ""};
    const auto fits = [](std::string_view rest) {
        const auto vowels = std::min(rest.find_first_not_of("aeiouy"), rest.size());
        if (vowels < 1 || vowels > 3) return false;
        return std::ranges::find(kCodas, rest.substr(vowels)) != kCodas.end();
    };
    return std::ranges::any_of(kOnsets, [&](std::string_view onset) {
        return word.starts_with(onset) && fits(word.substr(onset.size()));
    });
}

std::set<std::string> meaning_syllables(const Word& word) {
    std::set<std::string> syllables;
    for (const auto& one : words_of(folded(word.translation))) {
        if (!empty_syllables().contains(one.text)) syllables.insert(one.text);
    }
    return syllables;
}

}  // namespace

const Lexicon& Lexicon::built_in() {
    static const Lexicon lexicon;
    return lexicon;
}

Lexicon::Lexicon() {
    read_words();
    read_lessons();
    read_levels();
    read_synonyms();
    for (auto& line : lines_of(plain_vietnamese_file())) {
        std::istringstream words(line);
        for (std::string word; words >> word;) plain_vietnamese_.insert(word);
    }
}

void Lexicon::read_words() {
    for (const auto text : vocabulary_files()) {
        auto list = parsed<lexicon_file::List>(text);
        const auto level = parse_level(list.level).value_or(Level::b2);
        for (auto& e : list.words) {
            words_.push_back({.word = std::move(e.word),
                              .part_of_speech = std::move(e.part_of_speech),
                              .ipa = std::move(e.ipa),
                              .translation = std::move(e.translation),
                              .example = std::move(e.example),
                              .example_vi = std::move(e.example_vi),
                              .tags = std::move(e.tags),
                              .level = level});
        }
    }
    for (const auto& word : words_) by_word_[folded(word.word)].push_back(&word);
}

void Lexicon::read_lessons() {
    for (const auto& file : unit_files()) {
        auto unit = parsed<lexicon_file::Unit>(file.text);
        for (auto& lesson : unit.lessons) {
            lessons_.push_back({.title = std::move(lesson.title),
                                .title_vi = std::move(lesson.title_vi),
                                .description_vi = std::move(lesson.description_vi),
                                .theory_vi = std::move(lesson.theory_vi),
                                .new_words = std::move(lesson.new_words),
                                .level = parse_level(file.level).value_or(Level::b2)});
        }
    }
}

void Lexicon::read_levels() {
    for (const auto& word : words_) {
        auto parts = words_of(word.word);
        for (const auto& part : parts) {
            for (const auto& form : inflections(part.text, word.part_of_speech)) {
                lower_to(parts.size() == 1 ? taught_ : in_phrases_, form, word.level);
                if (parts.size() == 1) by_form_[form].push_back(&word);
            }
        }
    }
    const auto common = lines_of(frequency_file());
    for (std::size_t rank = 0; rank < common.size(); ++rank) {
        for (const auto& form : inflections(common[rank], "")) ranks_.emplace(form, rank);
    }
}

void Lexicon::read_synonyms() {
    const auto groups = lines_of(kSynonyms);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        std::istringstream words(groups[group]);
        for (std::string word; words >> word;) synonyms_[word].insert(group);
    }
}

std::vector<const Word*> Lexicon::find(std::string_view word) const {
    const auto found = by_word_.find(folded(word));
    return found == by_word_.end() ? std::vector<const Word*>{} : found->second;
}

const std::vector<const Word*>& Lexicon::readings(std::string_view form) const {
    static const std::vector<const Word*> none;
    const auto found = by_form_.find(folded(form));
    return found == by_form_.end() ? none : found->second;
}

bool Lexicon::beyond(std::string_view word, Level level) const {
    const auto form = folded(word);
    const std::array readings{form, base_of(form)};
    std::optional<Level> taught;
    bool common = static_cast<std::size_t>(level) >= kKnownByFrequency.size();
    for (const auto& reading : readings) {
        const auto phrase = in_phrases_.find(reading);
        if (phrase != in_phrases_.end() && phrase->second <= level) return false;
        if (const auto at = taught_.find(reading); at != taught_.end()) {
            taught = std::min(taught.value_or(Level::c2), at->second);
        }
        const auto rank = ranks_.find(reading);
        common = common || (rank != ranks_.end() &&
                            rank->second < kKnownByFrequency[static_cast<std::size_t>(level)]);
    }
    return taught ? *taught > level : !common;
}

std::vector<std::string> Lexicon::words_beyond(std::string_view text, Level level) const {
    std::vector<std::string> found;
    bool first = true;
    std::size_t before = 0;
    for (const auto& word : words_of(text)) {
        const auto between = text.substr(before, word.begin - before);
        first = first || between.find_first_of(".!?\n") != std::string_view::npos;
        const bool name = !first && std::isupper(static_cast<unsigned char>(word.text[0])) != 0;
        first = false;
        before = word.end;
        if (name || word.text.size() == 1) continue;
        if (beyond(word.text, level)) found.push_back(word.text);
    }
    return found;
}

std::vector<std::string> Lexicon::lost_marks(std::string_view text) const {
    std::vector<std::string> found;
    for (const auto& word : words_of(text)) {
        const auto lower = folded(word.text);
        if (!is_ascii(lower) || lower.size() < 2 || !syllable_shaped(lower)) continue;
        if (plain_vietnamese_.contains(lower) || taught_.contains(lower) ||
            ranks_.contains(lower)) {
            continue;
        }
        if (std::isupper(static_cast<unsigned char>(word.text[0])) != 0) continue;  // a name
        found.push_back(word.text);
    }
    return found;
}

bool Lexicon::related(const Word& one, const Word& other) const {
    const auto a = folded(one.word);
    const auto b = folded(other.word);
    if (a == b || inflections(a, one.part_of_speech).contains(b) ||
        inflections(b, other.part_of_speech).contains(a)) {
        return true;
    }
    const auto groups = synonyms_.find(a);
    const auto others = synonyms_.find(b);
    if (groups != synonyms_.end() && others != synonyms_.end()) {
        for (const auto group : groups->second) {
            if (others->second.contains(group)) return true;
        }
    }
    const auto theirs = meaning_syllables(other);
    return std::ranges::any_of(meaning_syllables(one),
                               [&](const auto& syllable) { return theirs.contains(syllable); });
}

}  // namespace lexi::core
