#include "chat/corrections.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

TEST(Corrections, NameTheWordsAndTheirPlace) {
    const std::string message = "Yesterday I go to school.";
    const auto found = corrections(message, "Yesterday I went to school.");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].original, "go");
    EXPECT_EQ(found[0].corrected, "went");
    EXPECT_EQ(found[0].error_type, "replacement");
    EXPECT_EQ(message.substr(static_cast<std::size_t>(found[0].span.start), 2), "go");
    EXPECT_EQ(found[0].span.end - found[0].span.start, 2);
}

TEST(Corrections, FindAMissingAndAnUnneededWord) {
    const auto missing = corrections("My mother is teacher.", "My mother is a teacher.");
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].error_type, "missing");
    EXPECT_EQ(missing[0].corrected, "a");
    const auto extra = corrections("I very like it a lot.", "I like it a lot.");
    ASSERT_EQ(extra.size(), 1U);
    EXPECT_EQ(extra[0].error_type, "unnecessary");
}

TEST(Corrections, CountTheirPlaceAsDartAndJavaScriptDo) {
    const auto found = corrections("Phở 🍜 ngon, I eats it.", "Phở 🍜 ngon, I eat it.");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].span.start, 15);  // "Phở 🍜 ngon, I ": the bowl is two units
    EXPECT_EQ(found[0].span.end, 19);
}

TEST(Corrections, AreNeverMoreThanTwo) {
    EXPECT_EQ(
        corrections("he go to school and he eat a apple and he like it so much every day",
                    "he goes to school and he eats an apple and he likes it so much every day")
            .size(),
        kMaxCorrections);
}

TEST(Corrections, LeaveCaseAndPunctuationAlone) {
    EXPECT_TRUE(corrections("i like coffee", "I like coffee.").empty());
    EXPECT_TRUE(corrections("Hello!", "Hello!").empty());
}

TEST(Corrections, LeaveThePunctuationAroundAWordOut) {
    const auto found = corrections("She has two brother.", "She has two brothers!");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].original, "brother");
    EXPECT_EQ(found[0].corrected, "brothers");
    EXPECT_EQ(found[0].span.end, 19);
    EXPECT_TRUE(corrections("I like it - really I do.", "I like it really I do.").empty());
}

TEST(Corrections, RefuseATextThatIsAnotherOne) {
    EXPECT_TRUE(corrections("I go home.", "Sure! Here is the corrected text for you.").empty());
    EXPECT_TRUE(corrections("I go home.", "").empty());
    EXPECT_TRUE(corrections("", "Hello there.").empty());
}

}  // namespace
}  // namespace lexi::chat
