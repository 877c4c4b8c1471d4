#pragma once
#include <cstdint>
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

namespace lexi::suggestions {

struct Filter {
    std::optional<std::int64_t> limit;
};

struct EvidenceView {
    std::string text;      // the word or sentence in which it happened
    std::string expected;  // what should have been said or written
    std::string actual;    // what was; empty: nothing was heard
    std::string at;
};

struct WordPair {
    std::string one;    // has the expected sound
    std::string other;  // the same word but for the sound that was heard
};

struct DrillView {
    std::string type;  // minimal_pairs, words, rewrite
    std::string instruction;
    std::string instruction_vi;
    std::vector<WordPair> pairs;
    std::vector<std::string> words;  // or sentences
};

struct SuggestionView {
    std::string skill;   // θ, articles, …
    std::string source;  // pronunciation, writing
    std::string title;
    std::string title_vi;
    std::string reason;
    std::string reason_vi;
    double priority = 0;  // 0-1; the first is the most urgent
    std::int64_t tries = 0;
    std::int64_t mistakes = 0;
    std::vector<EvidenceView> evidence;  // newest first, at most three
    DrillView drill;
};

}  // namespace lexi::suggestions

template <>
struct glz::json_schema<lexi::suggestions::Filter> {
    glz::schema limit{.minimum = std::int64_t{1}, .maximum = std::int64_t{20}};
};
