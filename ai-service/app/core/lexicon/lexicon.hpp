#pragma once
// The words, sentences and lessons that LexiLingo teaches, from content/. Read once, then
// immutable: any thread.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/level.hpp"

namespace lexi::core {

struct Word {
    std::string word;
    std::string part_of_speech;
    std::string ipa;
    std::string translation;  // Vietnamese
    std::string example;
    std::string example_vi;
    std::vector<std::string> tags;
    Level level = Level::a1;
};

struct Lesson {
    std::string title;
    std::string title_vi;
    std::string description_vi;
    std::string theory_vi;
    std::vector<std::string> new_words;
    Level level = Level::a1;
};

class Lexicon {
public:
    /// What is built into the program. Throws std::runtime_error for content that cannot be read,
    /// which its tests would have found.
    static const Lexicon& built_in();

    const std::vector<Word>& words() const { return words_; }
    const std::vector<Lesson>& lessons() const { return lessons_; }
    /// Every entry with this spelling (folded).
    std::vector<const Word*> find(std::string_view word) const;
    /// The entries of which `form` may be a form.
    const std::vector<const Word*>& readings(std::string_view form) const;

    /// Whether a learner of `level` cannot be expected to know this English word: taught at a
    /// higher one, or in no list and not common.
    bool beyond(std::string_view word, Level level) const;
    /// The words of `text` that are beyond the level; names (a capital within a sentence) are free.
    std::vector<std::string> words_beyond(std::string_view text, Level level) const;

    /// Vietnamese words of `text` that lack the marks they need ("khong"). English words count as
    /// English.
    std::vector<std::string> lost_marks(std::string_view text) const;

    /// Whether the two may mean the same: a synonym, a form of the other, or translations that
    /// share a syllable. Says yes too often rather than too seldom.
    bool related(const Word& one, const Word& other) const;

private:
    Lexicon();
    void read_words();
    void read_lessons();
    void read_levels();
    void read_synonyms();

    std::vector<Word> words_;
    std::vector<Lesson> lessons_;
    std::unordered_map<std::string, std::vector<const Word*>> by_word_;
    std::unordered_map<std::string, std::vector<const Word*>> by_form_;
    std::unordered_map<std::string, Level> taught_;
    std::unordered_map<std::string, Level> in_phrases_;
    std::unordered_map<std::string, std::size_t> ranks_;
    std::unordered_map<std::string, std::set<std::size_t>> synonyms_;  // word -> its groups
    std::set<std::string, std::less<>> plain_vietnamese_;
};

}  // namespace lexi::core
