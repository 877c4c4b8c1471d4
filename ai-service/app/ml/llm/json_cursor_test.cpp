#include "ml/llm/json_cursor.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "kit/body.hpp"
#include "kit/utf8.hpp"

namespace lexi::ml {
// Named, because glaze does not reflect types of an anonymous namespace.
namespace json_cursor_test {

enum class Kind { grammar, spelling };
struct Part {
    std::string text;
    std::optional<std::string> note;
    Kind kind = Kind::grammar;
};
struct Answer {
    bool right = false;
    std::int32_t score = 0;
    double share = 0;
    std::string reason;
    std::vector<Part> parts;
    std::optional<Part> best;
    std::vector<std::string> words;
    std::uint32_t count = 0;
};

}  // namespace json_cursor_test
}  // namespace lexi::ml

template <>
struct glz::meta<lexi::ml::json_cursor_test::Kind> {
    using enum lexi::ml::json_cursor_test::Kind;
    static constexpr auto value = enumerate(grammar, spelling);
};

template <>
struct glz::json_schema<lexi::ml::json_cursor_test::Answer> {
    schema score{.minimum = std::int64_t{-3}, .maximum = std::int64_t{100}};
    schema share{.minimum = 0.0, .maximum = 1.0};
    schema reason{.minLength = 2, .maxLength = 9};
    schema words{.minItems = 1, .maxItems = 3};
};

namespace lexi::ml {
namespace {

JsonCursor cursor_of(const std::string& schema) {
    auto compiled = JsonSchema::compile(schema);
    if (!compiled) throw std::runtime_error(compiled.error());
    return JsonCursor(*compiled);
}

bool takes(const std::string& schema, std::string_view text) {
    auto cursor = cursor_of(schema);
    return cursor.push(text) && cursor.may_end();
}

std::string refusal(const std::string& schema) {
    const auto compiled = JsonSchema::compile(schema);
    return compiled ? "" : compiled.error();
}

// The end after each beginning must make a text of the schema.
void closes_everywhere(const std::string& schema, std::string_view text) {
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        auto cursor = cursor_of(schema);
        ASSERT_TRUE(cursor.push(text.substr(0, cut))) << text.substr(0, cut);
        auto whole = std::string(text.substr(0, cut));
        whole.resize(whole.size() - utf8::incomplete_tail(whole));
        whole += cursor.closing();
        EXPECT_TRUE(takes(schema, whole)) << whole;
        EXPECT_TRUE(nlohmann::json::accept(whole)) << whole;
    }
}

TEST(JsonCursor, TakesAnObjectsMembersInOrder) {
    const auto* schema = R"({"type": "object", "properties": {"b": {"type": "integer"},
        "a": {"type": "boolean"}}, "required": ["a", "b"]})";
    EXPECT_TRUE(takes(schema, R"({"b": 1, "a": true})"));
    EXPECT_FALSE(takes(schema, R"({"a": true, "b": 1})"));
    EXPECT_FALSE(takes(schema, R"({"b": 1})"));
    EXPECT_FALSE(takes(schema, R"({"b": 1, "a": true, "c": 2})"));
    closes_everywhere(schema, R"({"b": -12, "a": false})");
}

TEST(JsonCursor, OptionalMembersMayBeLeftOut) {
    const auto* schema = R"({"type": "object", "properties": {"a": {"type": "null"},
        "ab": {"type": "null"}, "c": {"type": "null"}}, "required": ["c"]})";
    for (const auto* text :
         {R"({"c": null})", R"({"a": null, "c": null})", R"({"ab": null, "c": null})",
          R"({"a": null, "ab": null, "c": null})"}) {
        EXPECT_TRUE(takes(schema, text)) << text;
        closes_everywhere(schema, text);
    }
    EXPECT_FALSE(takes(schema, "{}"));
    EXPECT_FALSE(takes(schema, R"({, "c": null})"));
    EXPECT_TRUE(takes(R"({"type": "object", "properties": {"a": {"type": "null"}}})", "{}"));
}

TEST(JsonCursor, StringsCountLettersNotBytes) {
    const auto* schema = R"({"type": "string", "minLength": 2, "maxLength": 4})";
    EXPECT_FALSE(takes(schema, R"("ở")"));
    EXPECT_TRUE(takes(schema, R"("phở")"));
    EXPECT_TRUE(takes(schema, R"("😀😀😀\n")"));
    EXPECT_FALSE(takes(schema, R"("Huếể-")"));
    closes_everywhere(schema, R"("ở😀\"n")");
}

TEST(JsonCursor, StringsHoldNoControlsBadLettersOrHalves) {
    const auto* schema = R"({"type": "string"})";
    for (const std::string_view bad :
         {"\"a\nb\"", "\"\x7f\"", "\"\xff\"", "\"\xc3(\"", "\"\xed\xa0\x80\"", R"("\x")",
          R"("\u0041")", R"("\ud83d")"}) {
        EXPECT_FALSE(takes(schema, bad)) << bad;
    }
}

TEST(JsonCursor, NumbersStayWithinTheirLimits) {
    const auto* percent = R"({"type": "integer", "minimum": -5, "maximum": 100})";
    for (const auto* good : {"0", "7", "100", "-5"}) EXPECT_TRUE(takes(percent, good)) << good;
    for (const auto* bad : {"101", "-6", "-0", "01", "1.0", "1e1", "-", "+1", ""}) {
        EXPECT_FALSE(takes(percent, bad)) << bad;
    }
    const auto* share = R"({"type": "number", "minimum": 0.25, "maximum": 1})";
    for (const auto* good : {"0.25", "0.999999", "1", "1.0"})
        EXPECT_TRUE(takes(share, good)) << good;
    for (const auto* bad : {"0", "0.2", "0.24", "1.1", "0.", ".5", "2"}) {
        EXPECT_FALSE(takes(share, bad)) << bad;
    }
    closes_everywhere(share, "0.31");
    closes_everywhere(R"({"type": "integer", "minimum": 120, "maximum": 130})", "125");
    EXPECT_EQ(refusal(R"({"type": "integer", "minimum": 0.2, "maximum": 0.8})"),
              "minimum and maximum leave no number");
}

TEST(JsonCursor, ListsKeepTheirBounds) {
    const auto* schema = R"({"type": "array", "items": {"type": "integer"}, "minItems": 1,
                             "maxItems": 3})";
    EXPECT_FALSE(takes(schema, "[]"));
    EXPECT_TRUE(takes(schema, "[1, 22, 3]"));
    EXPECT_FALSE(takes(schema, "[1, 2, 3, 4]"));
    EXPECT_FALSE(takes(schema, "[1,2]")) << "there is one way to write a text";
    EXPECT_TRUE(takes(R"({"type": "array", "maxItems": 0})", "[]"));
    closes_everywhere(schema, "[1, 22, 3]");
}

TEST(JsonCursor, FollowsEveryBranchThatFits) {
    const auto* schema = R"({"anyOf": [
        {"type": "object", "properties": {"kind": {"const": "a"}, "n": {"type": "integer"}},
         "required": ["kind", "n"]},
        {"type": "object", "properties": {"kind": {"const": "ab"}, "s": {"type": "string"}},
         "required": ["kind", "s"]},
        {"type": "null"}]})";
    for (const auto* text : {R"({"kind": "a", "n": 12})", R"({"kind": "ab", "s": "x"})", "null"}) {
        EXPECT_TRUE(takes(schema, text)) << text;
        closes_everywhere(schema, text);
    }
    EXPECT_FALSE(takes(schema, R"({"kind": "a", "s": "x"})"));
}

TEST(JsonCursor, AWordThatBeginsAnotherIsOneOfBoth) {
    const auto* schema = R"({"type": "array", "items": {"enum": [1, 12, "x", "xy"]}})";
    EXPECT_TRUE(takes(schema, R"([1, 12, "xy", "x"])"));
    EXPECT_FALSE(takes(schema, "[13]"));
    closes_everywhere(schema, R"([12, "xy"])");
}

TEST(JsonCursor, SchemasMayReferToThemselves) {
    const auto* tree = R"({"$ref": "#/$defs/Node", "$defs": {"Node": {"type": "object",
        "properties": {"v": {"type": "integer"}, "next": {"anyOf": [{"$ref": "#/$defs/Node"},
        {"type": "null"}]}}, "required": ["v", "next"]}}})";
    EXPECT_TRUE(takes(tree, R"({"v": 1, "next": {"v": 2, "next": null}})"));
    closes_everywhere(tree, R"({"v": 1, "next": {"v": 2, "next": null}})");
    EXPECT_EQ(refusal(R"({"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/A"}}})"),
              "allows no value that ends");
    EXPECT_EQ(
        refusal(R"({"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]})"),
        "allows no value that ends");
}

TEST(JsonCursor, LimitsBesideAReferenceCount) {
    const auto* schema = R"({"$ref": "#/$defs/Byte", "maximum": 9, "title": "digit", "$defs":
        {"Byte": {"type": "integer", "minimum": 0, "maximum": 255}}})";
    EXPECT_TRUE(takes(schema, "9"));
    EXPECT_FALSE(takes(schema, "10"));
    EXPECT_FALSE(takes(schema, "-1"));
}

TEST(JsonCursor, AnyJsonAndMapsAreTaken) {
    const auto* text = R"({"a": [1, "x", {"": 2}, null], "b": -0.5})";
    EXPECT_FALSE(takes("{}", text)) << "keys have a letter at least";
    const auto* good = R"({"a": [1, "x", {"k": 2}, null], "b": -0.5})";
    EXPECT_TRUE(takes("{}", good));
    closes_everywhere("{}", good);
    closes_everywhere(R"({"type": "object", "additionalProperties": {"type": "boolean"}})",
                      R"({"a": true, "b": false})");
}

TEST(JsonCursor, WhatCannotBeKeptIsRefusedByName) {
    EXPECT_EQ(refusal("no"), "is not valid JSON");
    EXPECT_EQ(refusal(R"({"type": "string", "pattern": "a+"})"),
              "uses 'pattern', which cannot be kept to");
    EXPECT_EQ(refusal(R"({"type": "date"})"), "has the unknown type 'date'");
    EXPECT_EQ(refusal(R"({"$ref": "#/$defs/X"})"),
              "refers to '#/$defs/X', which it does not define");
    EXPECT_EQ(refusal(R"({"enum": []})"), "has an empty choice");
    EXPECT_EQ(refusal(R"({"type": "array", "minItems": -1})"), "minItems must be a count");
    EXPECT_EQ(refusal("[]"), "has a part that is no schema");
    EXPECT_NE(refusal(R"({"properties": 7})"), "");
    std::string deep = "1";
    for (int i = 0; i < 100; ++i) deep = R"({"type": "array", "items": )" + deep + "}";
    EXPECT_EQ(refusal(deep), "is nested too deeply");
}

// Random texts of a struct of ours, ended at a random byte: each must be what the API would accept.
TEST(JsonCursor, RandomTextsOfAStructAreAcceptedWhereverTheyEnd) {
    const auto& schema = http::schema_of<json_cursor_test::Answer>();
    const auto compiled = JsonSchema::compile(schema.dump());
    ASSERT_TRUE(compiled) << compiled.error();
    std::mt19937 random(7);
    std::size_t ended = 0;
    for (int round = 0; round < 300; ++round) {
        JsonCursor cursor(*compiled);
        std::string text;
        const auto length = random() % 200;
        while (text.size() < length && !cursor.complete()) {
            const char byte =
                static_cast<char>(random() % 4 == 0 ? random() % 256 : 32 + random() % 95);
            if (cursor.push({&byte, 1})) text += byte;
        }
        ended += cursor.complete() ? 1 : 0;
        text.resize(text.size() - utf8::incomplete_tail(text));
        text += cursor.closing();
        ASSERT_TRUE(http::parse_body<json_cursor_test::Answer>(text)) << text;
    }
    EXPECT_GT(ended, 0U);
}

}  // namespace
}  // namespace lexi::ml
