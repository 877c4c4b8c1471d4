#pragma once
#include <cstdint>
#include <glaze/glaze.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/lexicon/level.hpp"
#include "kit/body.hpp"

namespace lexi::analysis {

struct TextBody {
    std::string text;
    std::optional<std::string> level;
    std::optional<bool> deep;
};

struct RuleView {
    std::string id;
    std::string category;  // articles, nouns, verbs, prepositions, word_order, spelling …
};

/// Offset and length in UTF-16 units, as Dart and JavaScript count.
struct MatchView {
    std::int64_t offset = 0;
    std::int64_t length = 0;
    std::string message;
    std::string message_vi;
    std::vector<std::string> replacements;  // best first; an empty one removes the text
    std::string error_type;                 // ERRANT's: R:VERB:SVA
    std::string severity;                   // error, suggestion
    RuleView rule;
};

struct CefrView {
    std::string level;                       // the lowest that knows 95 % of the words
    std::map<std::string, double> coverage;  // share of the words known, by level
};

struct ReadabilityView {
    double reading_ease = 0;  // Flesch; higher is easier
    double grade = 0;         // Flesch-Kincaid; years of school
    double words_per_sentence = 0;
    double syllables_per_word = 0;
};

struct StatisticsView {
    std::int64_t words = 0;
    std::int64_t sentences = 0;
    std::int64_t distinct_words = 0;
    double type_token_ratio = 0;
};

struct WordLevelView {
    std::string word;
    std::string level;
    std::int64_t count = 0;
};

struct TextView {
    std::string tier;  // instant, deep
    std::vector<MatchView> matches;
    std::string corrected_text;  // the first replacement of every error
    CefrView cefr;
    ReadabilityView readability;
    StatisticsView statistics;
    std::vector<WordLevelView> word_levels;
    std::vector<std::string> above_level;  // words above `level`, where one was given
};

struct ErrorBody {
    std::string text;
    std::optional<std::string> context;
    std::optional<std::string> error_type;
};

struct ErrorTypeView {
    std::string type;  // ERRANT's
    std::string name;  // in plain words
    std::string name_vi;
};

struct ExampleView {
    std::string wrong;
    std::string right;
};

struct PastErrorView {
    std::string sentence;  // as the learner wrote it
    std::string original;
    std::string corrected;
    std::string created_at;
};

/// The gravest error of a text; `error_type` and all that belongs to it are absent without one.
struct ErrorView {
    std::optional<ErrorTypeView> error_type;
    std::string severity;  // error, suggestion, none
    std::string description;
    std::string explanation_vi;
    std::vector<std::string> suggestions;
    std::vector<ExampleView> examples;
    std::optional<std::int64_t> offset;  // in `text`, UTF-16 units
    std::optional<std::int64_t> length;
    std::string corrected_text;
    std::vector<PastErrorView> similar;  // what the learner got wrong in the same way before
};

}  // namespace lexi::analysis

template <>
struct glz::json_schema<lexi::analysis::TextBody> {
    glz::schema text{.minLength = 1, .maxLength = 5000};
    glz::schema level{.description = "names the words above it",
                      .pattern = lexi::core::kLevelPattern};
    glz::schema deep{.description =
                         "true: the language model is asked too, which takes seconds; "
                         "the text then has at most 1,000 letters"};
};
template <>
struct lexi::http::SchemaExtra<lexi::analysis::TextBody> {
    static std::string json() { return R"({"properties": {"text": {"pattern": "\\S"}}})"; }
};
template <>
struct glz::json_schema<lexi::analysis::ErrorBody> {
    glz::schema text{.minLength = 1, .maxLength = 1000};
    glz::schema context{.description = "what stands before the text", .maxLength = 2000};
    glz::schema error_type{.description = "a category, or an ERRANT type: only such errors count",
                           .pattern = "^[A-Za-z_:]{1,40}$"};
};
template <>
struct lexi::http::SchemaExtra<lexi::analysis::ErrorBody> {
    static std::string json() { return R"({"properties": {"text": {"pattern": "\\S"}}})"; }
};
