#pragma once
// Is an answer right? Pure. What does not matter: letter case, punctuation, Unicode forms, where an
// open syllable carries its tone mark (khỏe, khoẻ), contractions (I'm, I am), British or American
// spelling, numbers in figures or words. A slip in a longer English word passes, flagged; missing
// Vietnamese diacritics do not, but are told apart.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::grading {

struct Pair {
    std::string left;
    std::string right;
};

struct Key {
    std::string kind;                       // as in exercises.kind
    std::string answer;                     // a key: content/README.md says how it may be written
    std::vector<std::string> alternatives;  // further keys
    std::vector<Pair> pairs;                // of a matching exercise
    std::vector<std::string> choices;
};

struct Given {
    std::string text;
    std::map<std::string, std::string> pairs;
};

/// A run of words of the learner's answer, or of the right one where the learner has none.
struct DiffPiece {
    std::string kind;                     // kept, typo, diacritics, replaced, extra, missing
    std::string text;                     // the learner's; of `missing` the right one's
    std::optional<std::string> expected;  // what should stand there: typo, diacritics, replaced
    std::int64_t start = 0;               // code points of the learner's answer; of `missing` where
    std::int64_t end = 0;                 // it should stand
};

struct Grade {
    bool correct = false;
    bool typo = false;                // correct but for slips
    bool missing_diacritics = false;  // wrong for want of diacritics only
    std::string expected;             // the accepted answer that is nearest to what was given
    std::vector<DiffPiece> diff;
};

Grade grade(const Key& key, const Given& given);

/// What is wrong with how a key is written, or nothing.
std::optional<std::string> key_mistake(const Key& key);

/// The words that count in well-formed UTF-8 text, each in its plainest reading.
std::vector<std::string> normalised(std::string_view text);

}  // namespace lexi::grading
