#include "ml/whisper/words.hpp"

#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

TEST(Words, TokensWithoutASpaceContinueTheWord) {
    const auto words = words_of({{" Good", 0.0, 0.4, 0.9},
                                 {" mor", 0.4, 0.6, 0.8},
                                 {"ning", 0.6, 0.9, 0.6},
                                 {".", 0.9, 1.0, 1.0}});
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[1].word, "morning.");
    EXPECT_DOUBLE_EQ(words[1].start, 0.4);
    EXPECT_DOUBLE_EQ(words[1].end, 1.0);
    EXPECT_NEAR(words[1].probability, 0.8, 1e-9);
}

TEST(Words, ALetterSplitOverTokensIsWhole) {
    const auto words = words_of({{" Vi\xe1\xbb", 0, 0.1, 1}, {"\x87t", 0.1, 0.2, 1}});
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].word, "Việt");
}

TEST(Words, TimesNeverRunBackwards) {
    const auto words = words_of({{" a", 0.5, 0.9, 1}, {" b", 0.3, 0.4, 1}, {" c", 1.0, 1.2, 1}});
    EXPECT_DOUBLE_EQ(words[1].start, 0.9);
    EXPECT_GE(words[1].end, words[1].start);
    EXPECT_DOUBLE_EQ(words[2].start, 1.0);
}

TEST(Words, BlankTokensAreNoWords) {
    EXPECT_TRUE(words_of({{" ", 0, 1, 1}, {"\n", 1, 2, 1}}).empty());
}

TEST(Words, ASentenceSaidOverAndOverIsTooFast) {
    EXPECT_TRUE(said_too_fast("the t is too hot. the t is too hot.", 1.29));
    EXPECT_FALSE(said_too_fast("What is your phone number?", 1.24));
    EXPECT_FALSE(said_too_fast("What is this?", 0.5));
}

}  // namespace
}  // namespace lexi::ml
