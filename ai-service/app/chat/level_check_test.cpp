#include "chat/level_check.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

LevelReading at(core::Level level, std::string_view text, const KnownWords& known = {}) {
    return read_level(core::Lexicon::built_in(), text, level, known);
}

TEST(LevelCheck, CountsEachWordAboveTheLevelOnce) {
    const auto reading =
        at(core::Level::a1, "The infrastructure is old. Infrastructure and sustainability matter.");
    EXPECT_EQ(reading.words, 8U);
    EXPECT_TRUE(std::ranges::contains(reading.beyond, "infrastructure"));
    EXPECT_EQ(std::ranges::count(reading.beyond, "infrastructure"), 1);
    EXPECT_TRUE(reading.too_hard());
    EXPECT_GT(reading.share(), 0.2);
}

TEST(LevelCheck, SimpleTextIsWithinA1) {
    const auto reading = at(core::Level::a1, "I like tea. Do you drink tea in the morning?");
    EXPECT_TRUE(reading.beyond.empty());
    EXPECT_FALSE(reading.too_hard());
    EXPECT_EQ(reading.share(), 0);
}

TEST(LevelCheck, OneNewWordIsAChanceToLearn) {
    const auto reading = at(core::Level::a1, "This is sustainability. Do you like it?");
    EXPECT_EQ(reading.beyond.size(), 1U);
    EXPECT_FALSE(reading.too_hard());
}

TEST(LevelCheck, TheLearnersOwnWordsAreKnown) {
    const auto known = known_words({"My job is about infrastructure and Sustainability!"});
    EXPECT_TRUE(at(core::Level::a1, "Infrastructure? Sustainability? Good!", known).beyond.empty());
}

TEST(LevelCheck, AHigherLevelKnowsMore) {
    const std::string text = "The environment suffers because factories pollute our rivers.";
    EXPECT_GT(at(core::Level::a1, text).beyond.size(), at(core::Level::b1, text).beyond.size());
}

TEST(LevelCheck, AnEmptyTextHasNoShare) {
    EXPECT_EQ(at(core::Level::a1, "").share(), 0);
    EXPECT_FALSE(at(core::Level::a1, "…").too_hard());
}

}  // namespace
}  // namespace lexi::chat
