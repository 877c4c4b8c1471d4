#pragma once
// Is an answer right? Pure. What does not matter: letter case, punctuation, which Unicode form a
// Vietnamese letter has, where an open syllable carries its tone mark (khỏe, khoẻ), contractions
// (I'm, I am), British or American spelling. One typo in a longer English word passes, flagged.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::grading {

struct Pair {
    std::string left;
    std::string right;
};

struct Key {
    std::string kind;  // as in exercises.kind
    std::string answer;
    std::vector<std::string> alternatives;
    std::vector<Pair> pairs;  // of a matching exercise
    std::vector<std::string> choices;
};

struct Given {
    std::string text;
    std::map<std::string, std::string> pairs;
};

/// A run of the learner's answer against the right one: kind is same, extra (should not be there)
/// or missing.
struct DiffPiece {
    std::string kind;
    std::string text;
};

struct Grade {
    bool correct = false;
    bool typo = false;     // correct but for one slip
    std::string expected;  // the accepted answer that is nearest to what was given
    std::vector<DiffPiece> diff;
};

Grade grade(const Key& key, const Given& given);

/// The words that count in well-formed UTF-8 text.
std::vector<std::string> normalised(std::string_view text);

}  // namespace lexi::grading
