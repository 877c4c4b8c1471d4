#include "generation/same_topic.hpp"

#include <gtest/gtest.h>

namespace lexi::generation {
namespace {

TEST(SameTopic, ParaphrasesAreNotToldApart) {
    EXPECT_FALSE(told_apart("words for the airport", "airport vocabulary"));
    EXPECT_FALSE(told_apart("weather vocabulary", "talking about the weather"));
    EXPECT_FALSE(told_apart("từ vựng về gia đình", "gia đình"));
}

TEST(SameTopic, OneWordForAnotherIsAnotherTopic) {
    EXPECT_TRUE(told_apart("past simple questions", "past simple negatives"));
    EXPECT_TRUE(told_apart("formal greetings", "informal greetings"));
    EXPECT_TRUE(told_apart("verbs with the preposition for", "verbs with the preposition on"));
}

TEST(SameTopic, SmallWordsThatMakeTheTopicCount) {
    EXPECT_TRUE(told_apart("a few and a little", "few and little"));
    EXPECT_TRUE(told_apart("questions with can I", "questions with can you"));
    EXPECT_TRUE(told_apart("the more, the better", "more and more, better and better"));
    EXPECT_FALSE(told_apart("Can you give me some airport phrases", "airport phrases"));
}

TEST(SameTopic, ANegationANumberOrATenseMoreIsAnotherTopic) {
    EXPECT_TRUE(told_apart("when to use must", "when not to use must"));
    EXPECT_TRUE(told_apart("sentences with can't", "sentences with can"));
    EXPECT_TRUE(told_apart("present perfect", "present perfect continuous"));
    EXPECT_TRUE(told_apart("IELTS speaking", "IELTS speaking 3"));
    EXPECT_TRUE(told_apart("danh từ đếm được", "danh từ không đếm được"));
}

}  // namespace
}  // namespace lexi::generation
