#include "pronunciation/service.hpp"

#include <gtest/gtest.h>

namespace lexi::pronunciation {
namespace {

TEST(TargetText, IsTrimmedAndHasSingleBlanks) {
    EXPECT_EQ(target_text("  Good \n\t morning! ").value(), "Good morning!");
}

TEST(TargetText, NeedsALetter) {
    for (const auto* text : {"", "   ", "123", "...", "😀", "你好"}) {
        const auto refused = target_text(text);
        ASSERT_FALSE(refused) << text;
        EXPECT_TRUE(refused.error().fields.contains("target_text"));
    }
    EXPECT_TRUE(target_text("I"));
    EXPECT_TRUE(target_text("ệ"));
}

TEST(TargetText, EndsAtThreeHundredCharactersNotBytes) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "é";
    EXPECT_TRUE(target_text(text));
    EXPECT_FALSE(target_text(text + "é"));
}

}  // namespace
}  // namespace lexi::pronunciation
