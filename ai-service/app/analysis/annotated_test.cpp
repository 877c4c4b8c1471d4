#include "analysis/annotated.hpp"

#include <gtest/gtest.h>

namespace lexi::analysis {
namespace {

TEST(AnnotatedText, PlainTextIsItself) {
    const auto text = AnnotatedText::plain("Tôi 😀 go");
    EXPECT_EQ(text.text(), "Tôi 😀 go");
    EXPECT_EQ(text.original(7), 7);
    EXPECT_TRUE(text.editable(0, 9));
    EXPECT_FALSE(text.editable(0, 10));
}

TEST(AnnotatedText, MarkupMovesPlaces) {
    const auto text = AnnotatedText::parse(
        R"({"annotation": [{"text": "A "}, {"markup": "<b>"}, {"text": "test"}, {"markup": "</b>"},
            {"markup": "<p>", "interpretAs": "\n\n"}, {"text": "Two"}]})");
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->text(), "A test\n\nTwo");
    EXPECT_EQ(text->original(0), 0);
    EXPECT_EQ(text->original(2), 5);   // test
    EXPECT_EQ(text->original(8), 16);  // Two
    EXPECT_TRUE(text->editable(2, 4));
    EXPECT_FALSE(text->editable(0, 4));  // over a tag
    EXPECT_FALSE(text->editable(6, 1));  // made of markup
}

TEST(AnnotatedText, WhatIsNoAnnotationIsNamed) {
    for (const auto* bad : {"", "[]", "{\"annotation\": [{}]}", "{\"annotation\": [{\"text\": 1}]}",
                            "{\"annotation\": [{\"text\": \"a\", \"markup\": \"b\"}]}"}) {
        const auto text = AnnotatedText::parse(bad);
        ASSERT_FALSE(text.has_value()) << bad;
        EXPECT_EQ(text.error().fields.begin()->first, "data");
    }
}

}  // namespace
}  // namespace lexi::analysis
