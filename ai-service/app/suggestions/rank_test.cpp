#include "suggestions/rank.hpp"

#include <gmock/gmock.h>

#include "suggestions/drills.hpp"

namespace lexi::suggestions {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Instant kNow{std::chrono::days{20000}};

std::vector<Try> tries(const std::string& skill, const std::string& outcomes,
                       std::chrono::days age) {
    std::vector<Try> made;
    for (const char outcome : outcomes) {
        made.push_back({.skill = skill,
                        .right = outcome == '+',
                        .text = "think",
                        .expected = skill,
                        .actual = outcome == 't' ? "t" : "s",
                        .at = kNow - age + std::chrono::minutes(made.size())});
    }
    return made;
}

std::vector<std::string> skills(std::vector<Try> all, Instant now = kNow) {
    std::vector<std::string> found;
    for (const auto& need : needs(std::move(all), now)) found.push_back(need.skill);
    return found;
}

std::vector<Try> together(std::vector<Try> one, const std::vector<Try>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

TEST(Needs, MoreMistakesOfLateComeFirst) {
    EXPECT_THAT(skills(together(tries("θ", "tttt", std::chrono::days(1)),
                                tries("z", "t+t+", std::chrono::days(1)))),
                ElementsAre("θ", "z"));
}

TEST(Needs, OldMistakesDecay) {
    EXPECT_THAT(skills(together(tries("old", "tttt", std::chrono::days(60)),
                                tries("new", "ttt", std::chrono::days(1)))),
                ElementsAre("new", "old"));
    EXPECT_THAT(skills(tries("θ", "tt", std::chrono::days(365))), IsEmpty());
}

TEST(Needs, WhatIsMasteredIsNoLongerNamed) {
    EXPECT_THAT(skills(tries("θ", "tttt++++++++", std::chrono::days(1))), IsEmpty());
    EXPECT_THAT(skills(tries("θ", "+++++++tt", std::chrono::days(1))), ElementsAre("θ"));
}

TEST(Needs, OneMistakeSaysNothing) {
    EXPECT_THAT(skills(tries("θ", "t", std::chrono::days(0))), IsEmpty());
}

TEST(Needs, TheEvidenceIsTheNewestAndWhatIsOftenHeardIsNamed) {
    const auto need = needs(tries("θ", "sttt+t", std::chrono::days(2)), kNow).front();
    EXPECT_EQ(need.often_heard_as, "t");
    EXPECT_EQ(need.tries, 6);
    EXPECT_EQ(need.mistakes, 5);
    ASSERT_EQ(need.newest.size(), 3U);
    EXPECT_GT(need.newest[0].at, need.newest[1].at);
}

TEST(Drills, ATranscriptionIsCutIntoSounds) {
    EXPECT_THAT(sounds_of("/ˈdʒɝːni/"), ElementsAre("dʒ", "ɝː", "n", "i"));
    EXPECT_THAT(sounds_of("/θɪŋk/"), ElementsAre("θ", "ɪ", "ŋ", "k"));
}

TEST(Drills, PairsDifferInTheOneSound) {
    const auto drill = sound_drill(core::Lexicon::built_in(), "iː", "ɪ");
    ASSERT_EQ(drill.type, "minimal_pairs");
    for (const auto& pair : drill.pairs) EXPECT_NE(pair.one, pair.other);
}

TEST(Drills, TheAlignersSignsAreUnderstood) {
    EXPECT_EQ(sound_drill(core::Lexicon::built_in(), "ɹ", "l").type, "minimal_pairs");
    EXPECT_EQ(sound_drill(core::Lexicon::built_in(), "ɛ", "æ").type, "minimal_pairs");
}

TEST(Drills, WithoutPairsThereAreWordsWithTheSound) {
    const auto drill = sound_drill(core::Lexicon::built_in(), "ʒ", "");
    EXPECT_EQ(drill.type, "words");
    EXPECT_THAT(drill.words, Contains("usually"));
    EXPECT_FALSE(drill.instruction_vi.empty());
}

}  // namespace
}  // namespace lexi::suggestions
