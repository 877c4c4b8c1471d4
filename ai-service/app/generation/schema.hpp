#pragma once
#include <cstdint>
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/lexicon/level.hpp"
#include "generation/item.hpp"
#include "kit/body.hpp"

namespace lexi::generation {

struct GenerateBody {
    std::string topic;
    std::string level;
    std::optional<std::string> language;  // of what is practised: English
    std::optional<std::string> type;
    std::optional<std::int64_t> count;
    std::optional<std::uint32_t> seed;
    std::optional<std::string> sentences;
};

struct GeneratedView {
    std::string topic;
    std::string level;
    std::string language;
    std::vector<Item> items;
    std::uint32_t seed = 0;  // the same topic, level, type, count and seed give the same items
    std::string matched;     // words, meaning, level: how the topic was found in the vocabulary
    std::string model;       // what made them
    std::int64_t new_sentences = 0;  // of the items: with a sentence that the model wrote
    bool cached = false;             // made before, for this topic or one of the same meaning
    std::int64_t usage_count = 0;    // how often these items have been given out
    std::optional<std::string> expires_at;  // absent: not kept
};

struct ExplainBody {
    std::string topic;
    std::string level;
    std::optional<std::string> language;
    std::optional<std::int64_t> count;
    std::optional<std::uint32_t> seed;
};

struct ExampleView {
    std::string text;
    std::string translation;
};

struct WordView {
    std::string word;
    std::string part_of_speech;
    std::string ipa;
    std::string translation;
    std::string level;
};

struct ExplanationView {
    std::string topic;
    std::string level;
    std::string language;
    std::string title;
    std::string title_vi;
    std::string explanation;     // short, in English
    std::string explanation_vi;  // plain paragraphs, lists with "- " and **bold**
    std::vector<ExampleView> examples;
    std::vector<WordView> words;
    std::string source;  // lesson, vocabulary
    std::uint32_t seed = 0;
};

}  // namespace lexi::generation

template <>
struct glz::json_schema<lexi::generation::GenerateBody> {
    glz::schema topic{.minLength = 1, .maxLength = 200};
    glz::schema level{.pattern = lexi::core::kLevelPattern};
    glz::schema language{.description = "what is practised; English (en) alone is served",
                         .pattern = "^[eE][nN](-[A-Za-z0-9]{2,8})*$"};
    glz::schema type{
        .description =
            "absent: one kind after the other for exercises, multiple_choice for questions",
        .pattern =
            "^(multiple_choice|cloze|reorder|translation|dictation|matching|error_spotting)$"};
    glz::schema count{.minimum = std::int64_t{1}, .maximum = std::int64_t{20}};
    glz::schema seed{.description = "the same request with the same seed gives the same items"};
    glz::schema sentences{
        .description =
            "new: the language model writes sentences for the topic's words, and those that pass "
            "the grammar engine and the level check are used in multiple_choice, cloze and "
            "dictation (seconds on a CPU); vocabulary or absent: those of the vocabulary",
        .pattern = "^(new|vocabulary)$"};
};
template <>
struct lexi::http::SchemaExtra<lexi::generation::GenerateBody> {
    static std::string json() { return R"({"properties": {"topic": {"pattern": "\\S"}}})"; }
};
template <>
struct glz::json_schema<lexi::generation::ExplainBody> {
    glz::schema topic{.minLength = 1, .maxLength = 200};
    glz::schema level{.pattern = lexi::core::kLevelPattern};
    glz::schema language{.pattern = "^[eE][nN](-[A-Za-z0-9]{2,8})*$"};
    glz::schema count{
        .description = "examples", .minimum = std::int64_t{1}, .maximum = std::int64_t{20}};
    glz::schema seed{.description = "which examples are taken"};
};
template <>
struct lexi::http::SchemaExtra<lexi::generation::ExplainBody> {
    static std::string json() { return R"({"properties": {"topic": {"pattern": "\\S"}}})"; }
};
