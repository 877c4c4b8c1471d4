#include "ml/grammar/rewrite.hpp"

#include <gtest/gtest.h>

#include "ml/grammar/likely.hpp"
#include "ml/grammar/matches.hpp"

namespace lexi::ml::grammar {
namespace {

std::string all(std::string_view text, std::string_view rewrite) {
    return report(text, rewrite_edits(text, rewrite)).corrected_text;
}

TEST(Rewrite, AllItsEditsGiveTheRewrite) {
    for (const auto& [text, rewrite] : std::vector<std::pair<std::string, std::string>>{
             {"He go to school.", "He goes to school."},
             {"I have cat.", "I have a cat."},
             {"However I stay", "However, I stay."},
             {"We discussed about it.", "We discussed it."},
             {"Huế is nice city 😀 and I likes it.", "Huế is a nice city 😀 and I like it."}}) {
        EXPECT_EQ(all(text, rewrite), rewrite);
    }
}

TEST(Rewrite, AnotherTextIsNoCorrection) {
    EXPECT_TRUE(rewrite_edits("I go home.", "Sure! Here is the corrected text for you.").empty());
    EXPECT_TRUE(rewrite_edits("I go home.", "").empty());
    EXPECT_TRUE(rewrite_edits("I go home.", "I go home.").empty());
}

TEST(Rewrite, WhatIsAsRightBeforeIsNoEdit) {
    for (const auto& [text, rewrite] : std::vector<std::pair<std::string, std::string>>{
             {"I can not swim.", "I can't swim."},
             {"I'm late.", "I am late."},
             {"The book that I read.", "The book which I read."},
             {"I was tired, I slept.", "I was tired; I slept."}}) {
        EXPECT_EQ(all(text, rewrite), text);
    }
    for (const auto& [text, rewrite] : std::vector<std::pair<std::string, std::string>>{
             {"I dont know.", "I don't know."},
             {"The man which came.", "The man who came."},
             {"After that I slept.", "After that, I slept."}}) {
        EXPECT_EQ(all(text, rewrite), rewrite);
    }
}

TEST(Rewrite, EditsAreTyped) {
    const auto edits = rewrite_edits("She have two cat.", "She has two cats.");
    ASSERT_EQ(edits.size(), 2U);
    EXPECT_EQ(edits[0].type, "R:VERB:SVA");
    EXPECT_EQ(edits[1].type, "R:NOUN:NUM");
}

TEST(Rewrite, WhereTheEngineSaysTheSameItsExplanationStays) {
    auto edits = rewrite_edits("She have it.", "She has it.");
    const auto made = merged(
        edits, {{.bytes = edits[0].bytes, .rule = "AGREEMENT_PRONOUN", .replacements = {"has"}}});
    EXPECT_EQ(made.front().rule, "AGREEMENT_PRONOUN");
}

}  // namespace
}  // namespace lexi::ml::grammar
