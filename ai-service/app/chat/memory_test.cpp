#include "chat/memory.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

std::vector<std::string> notes(std::string_view message) {
    std::vector<std::string> found;
    for (const auto& notice : noticed(message)) found.push_back(notice.kind + ": " + notice.text);
    return found;
}

using Notes = std::vector<std::string>;

TEST(Memory, NoticesInterestsGoalsAndFacts) {
    EXPECT_EQ(notes("Hello! I like green tea and I live in Đà Nẵng."),
              (Notes{"interest: likes green tea", "about: lives in Đà Nẵng"}));
    EXPECT_EQ(notes("I want to become a nurse because it is useful."),
              Notes{"goal: wants to become a nurse"});
    EXPECT_EQ(notes("My name is Lan, I'm from Huế!"),
              (Notes{"about: name: Lan", "about: is from Huế"}));
}

TEST(Memory, NoticesThemInVietnameseToo) {
    EXPECT_EQ(notes("Em thích bóng đá lắm."), Notes{"interest: likes bóng đá"});
    EXPECT_EQ(notes("Tôi muốn học tiếng Anh"), Notes{"goal: wants to learn tiếng Anh"});
}

TEST(Memory, TheLongerSayingCounts) {
    EXPECT_EQ(notes("I really like old films."), Notes{"interest: likes old films"});
    EXPECT_EQ(noticed("I really like tea").front().key, noticed("I LIKE Tea.").front().key);
}

TEST(Memory, WhatSaysNothingIsNotNoticed) {
    for (const auto* message :
         {"Do I like tea?", "What do I like about it?", "I like it.", "I like that very much",
          "I don't like tea.", "I like", "He said I", "", "!!!", "I like because"}) {
        EXPECT_EQ(notes(message), Notes{}) << message;
    }
}

TEST(Memory, ANoteIsShort) {
    const auto found =
        notes("I like reading long books about history in the evening at home with my cat");
    EXPECT_EQ(found, Notes{"interest: likes reading long books about history"});
    EXPECT_TRUE(notes("I like " + std::string(80, 'x')).empty());
}

}  // namespace
}  // namespace lexi::chat
