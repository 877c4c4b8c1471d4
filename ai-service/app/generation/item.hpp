#pragma once
// One generated exercise, as it is stored and sent.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::generation {

inline constexpr std::array<std::string_view, 7> kKinds{"multiple_choice", "cloze",     "reorder",
                                                        "translation",     "dictation", "matching",
                                                        "error_spotting"};

struct Pair {
    std::string left;   // English
    std::string right;  // Vietnamese
    bool operator==(const Pair&) const = default;
};

/// Which members are filled depends on the type: multiple_choice has options; reorder and
/// translation have tokens (translation two that do not belong); matching has pairs, an empty
/// prompt and answer; dictation has audio_text, which is read to the learner and not shown.
struct Item {
    std::string id;    // of its content: the same exercise always has the same
    std::string type;  // one of kKinds
    std::string level;
    std::string language;  // of what is practised
    std::string instruction;
    std::string instruction_vi;
    std::string prompt;
    std::string hint_vi;  // never holds the answer
    std::vector<std::string> options;
    std::vector<std::string> tokens;
    std::vector<Pair> pairs;
    std::string audio_text;
    std::string answer;
    std::vector<std::string> alternatives;  // also right
    std::string explanation;
    std::string explanation_vi;
    std::vector<std::string> words;  // what it practises, as in the vocabulary
    bool operator==(const Item&) const = default;
};

}  // namespace lexi::generation
