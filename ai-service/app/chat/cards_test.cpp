#include "chat/cards.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

std::vector<std::string> words(std::string_view reply, core::Level level,
                               const KnownWords& known = {}) {
    std::vector<std::string> found;
    for (const auto& card : cards(core::Lexicon::built_in(), reply, level, known)) {
        EXPECT_FALSE(card.translation.empty());
        EXPECT_FALSE(card.example.empty());
        found.push_back(card.word);
    }
    return found;
}

TEST(Cards, AreAtMostTwoWordsWorthLearning) {
    const auto found =
        words("My grandmother has breakfast in the kitchen with a chicken.", core::Level::a1);
    EXPECT_EQ(found.size(), 2U);
}

TEST(Cards, AreNotTheWordsThatAnyTextIsFullOf) {
    EXPECT_TRUE(words("How do you do? Here you are, and you do it.", core::Level::a1).empty());
}

TEST(Cards, AreNotWhatTheLearnerSaid) {
    EXPECT_TRUE(words("A kitchen!", core::Level::a1, known_words({"I like my kitchen."})).empty());
}

TEST(Cards, AreNotBelowTheLevel) {
    EXPECT_TRUE(words("My kitchen is red.", core::Level::b2).empty());
}

}  // namespace
}  // namespace lexi::chat
