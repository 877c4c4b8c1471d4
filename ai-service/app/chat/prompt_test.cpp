#include "chat/prompt.hpp"

#include <gmock/gmock.h>

namespace lexi::chat {
namespace {

using testing::HasSubstr;

std::size_t letters(const std::string& text) { return text.size(); }

TEST(Prompt, TellsTheTutorTheLevelAndTheTopic) {
    const auto text = persona({.level = "A2", .topic = "food", .goals = {"order in a restaurant"}});
    EXPECT_THAT(text, HasSubstr("level is A2"));
    EXPECT_THAT(text, HasSubstr("Vietnamese"));
    EXPECT_THAT(text, HasSubstr("food"));
    EXPECT_THAT(text, HasSubstr("order in a restaurant"));
}

TEST(Prompt, KnowsLevelsByNameAndByLetter) {
    EXPECT_EQ(level_of("upper_intermediate"), "B2");
    EXPECT_EQ(level_of("C1"), "C1");
    EXPECT_EQ(level_of("Z9"), "A1");
}

TEST(Prompt, KeepsTheEndOfAHistoryThatDoesNotFit) {
    const std::vector<ml::ChatMessage> history{
        {"user", std::string(500, 'a')}, {"assistant", "b"}, {"user", "c"}, {"assistant", "d"}};
    const auto budget = persona({}).size() + 100;
    const auto messages = tutor_messages({}, history, "new", budget, letters);
    ASSERT_EQ(messages.size(), 5U);
    EXPECT_EQ(messages.front().role, "system");
    EXPECT_EQ(messages[1].content, "b");
    EXPECT_EQ(messages.back().content, "new");
}

TEST(Prompt, CostsAtLeastItsPersonaAndItsMessage) {
    const auto least = least_tokens({}, "new", letters);
    EXPECT_GT(least, persona({}).size() + 3);
    EXPECT_EQ(tutor_messages({}, {{"user", "old"}}, "new", least, letters).size(), 2U);
    EXPECT_EQ(tutor_messages({}, {{"user", "old"}}, "new", least + 20, letters).size(), 3U);
}

TEST(Prompt, AlwaysHasThePersonaAndTheMessage) {
    const auto messages = tutor_messages({}, {{"user", "old"}}, "new", 0, letters);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages.back().content, "new");
}

}  // namespace
}  // namespace lexi::chat
