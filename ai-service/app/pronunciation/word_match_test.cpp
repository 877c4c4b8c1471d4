#include "pronunciation/word_match.hpp"

#include <gtest/gtest.h>

namespace lexi::pronunciation {
namespace {

using Words = std::vector<std::string>;

// "=": heard, "x": another word in its place, "-": left out, "+": inserted.
std::string shape(const Words& target, const Words& heard) {
    std::string signs;
    for (const auto& step : match_words(target, heard)) {
        signs += step.target < 0 ? '+' : step.heard < 0 ? '-' : step.same ? '=' : 'x';
    }
    return signs;
}

TEST(WordMatch, MarksAndCapitalsDoNotMatter) {
    EXPECT_EQ(shape({"Well", "it’s", "7", "o'clock"}, {"well,", "It's", "seven", "O'Clock!"}),
              "====");
}

TEST(WordMatch, FindsWhatWasLeftOutPutInAndChanged) {
    EXPECT_EQ(shape({"I", "like", "green", "tea"}, {"I", "green", "tea"}), "=-==");
    EXPECT_EQ(shape({"I", "like", "tea"}, {"I", "do", "like", "tea"}), "=+==");
    EXPECT_EQ(shape({"I", "like", "tea"}, {"I", "like", "coffee"}), "==x");
}

TEST(WordMatch, ALetterInALongWordIsTheSameWordAndInAShortOneIsNot) {
    EXPECT_EQ(shape({"pictures"}, {"picture"}), "=");
    EXPECT_EQ(shape({"hen"}, {"hem"}), "x");
}

TEST(WordMatch, NothingOnEitherSideIsAllLeftOutOrAllPutIn) {
    EXPECT_EQ(shape({"one", "two", "three", "four", "five"}, {}), "-----");
    EXPECT_EQ(shape({}, {"one", "two", "three"}), "+++");
    EXPECT_EQ(shape({}, {}), "");
}

TEST(WordMatch, EveryWordOfBothSidesIsThereOnceAndInOrder) {
    const Words target{"the", "cat", "sat", "on", "the", "mat", "and", "slept"};
    const Words heard{"a", "cat", "sat", "the", "the", "mat", "slept", "well", "today"};
    int next_target = 0, next_heard = 0;
    for (const auto& step : match_words(target, heard)) {
        if (step.target >= 0) {
            EXPECT_EQ(step.target, next_target++);
        }
        if (step.heard >= 0) {
            EXPECT_EQ(step.heard, next_heard++);
        }
    }
    EXPECT_EQ(next_target, 8);
    EXPECT_EQ(next_heard, 9);
}

TEST(Syllables, AreGroupsOfVowels) {
    EXPECT_EQ(syllables("tea"), 1);
    EXPECT_EQ(syllables("like"), 1);
    EXPECT_EQ(syllables("table"), 2);
    EXPECT_EQ(syllables("hospital"), 3);
    EXPECT_EQ(syllables("Hmm"), 1);
    EXPECT_EQ(syllables("be"), 1);
}

}  // namespace
}  // namespace lexi::pronunciation
