#include "chat/summary.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

std::size_t letters(const std::string& text) { return text.size(); }

std::vector<ml::ChatMessage> talk(std::size_t messages, std::size_t length) {
    std::vector<ml::ChatMessage> history;
    for (std::size_t i = 0; i < messages; ++i) {
        history.push_back({i % 2 == 0 ? "user" : "assistant", std::string(length, 'a')});
    }
    return history;
}

TEST(Summary, AShortConversationStays) {
    EXPECT_EQ(to_summarise({}, 1000, letters), 0U);
    EXPECT_EQ(to_summarise(talk(10, 10), 1000, letters), 0U);
    EXPECT_EQ(to_summarise(talk(kKeptMessages, 900), 1000, letters), 0U);
}

TEST(Summary, ALongOneKeepsItsLastTurns) {
    EXPECT_EQ(to_summarise(talk(10, 51), 1000, letters), 10 - kKeptMessages);
    EXPECT_EQ(to_summarise(talk(32, 1), 1000, letters), 32 - kKeptMessages);
}

TEST(Summary, ShowsTheNotesSoFarAndTheNewestThatFits) {
    const std::vector<ml::ChatMessage> talked{
        {"user", "I like tea."}, {"assistant", "Green tea?"}, {"user", "Yes, I drink it daily."}};
    const auto all = summary_messages("The learner is from Huế.", talked, 100000, letters);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[1].content.contains("The learner is from Huế."));
    EXPECT_TRUE(all[1].content.contains(
        "Learner: I like tea.\nTutor: Green tea?\nLearner: Yes, I drink it daily.\n"));
    const auto room = letters(all[0].content) + letters("Notes so far: none\n\n") +
                      letters("Learner: Yes, I drink it daily.\n");
    const auto some = summary_messages("", talked, room, letters);
    EXPECT_TRUE(some[1].content.contains("Yes, I drink it daily."));
    EXPECT_FALSE(some[1].content.contains("Green tea?"));
}

}  // namespace
}  // namespace lexi::chat
