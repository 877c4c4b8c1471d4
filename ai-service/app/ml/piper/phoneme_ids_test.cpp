#include "ml/piper/phoneme_ids.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

using testing::ElementsAre;

const PhonemeIds kKnown = {{"_", {0}},  {"^", {1}},  {"$", {2}},  {" ", {3}},   {".", {10}},
                           {"a", {14}}, {"c", {16}}, {"h", {20}}, {"ˈ", {120}}, {"\u0327", {140}}};

TEST(SoundIds, APadFollowsEveryPhonemeBetweenBeginningAndEnd) {
    const auto found = sound_ids({{"h", 0}, {"ˈa", 0}, {"."}}, kKnown);
    EXPECT_THAT(found.ids, ElementsAre(1, 0, 20, 0, 120, 0, 14, 0, 10, 0, 2));
    EXPECT_THAT(found.sound, ElementsAre(3, 3, 0, 0, 1, 1, 1, 1, 2, 2, 3));
}

TEST(SoundIds, UnknownPhonemesAreLeftOut) {
    EXPECT_THAT(sound_ids({{"h", 0}, {"Q", 0}, {"a", 0}}, kKnown).ids,
                ElementsAre(1, 0, 20, 0, 14, 0, 2));
}

TEST(SoundIds, AComposedLetterIsTakenApart) {
    EXPECT_THAT(sound_ids({{"ç", 0}}, kKnown).ids, ElementsAre(1, 0, 16, 0, 140, 0, 2));
}

TEST(EstimatedShares, VowelsTakeLongerThanConsonantsAndStressNothing) {
    const std::vector<Sound> sounds{{"h", 0}, {"ˈa", 0}, {"."}};
    const auto shares = estimated_shares(sounds, sound_ids(sounds, kKnown));
    EXPECT_DOUBLE_EQ(shares[2], 1.0 / 7);  // h; a: 2, a mark: 4
    EXPECT_DOUBLE_EQ(shares[4], 2.0 / 7);
    EXPECT_DOUBLE_EQ(shares[8], 4.0 / 7);
}

TEST(PlainWords, MarksAtTheEndsAreNoPartOfAWord) {
    EXPECT_THAT(plain_words("“Don't,” she said — a well-known (old) man's…"),
                ElementsAre("Don't", "she", "said", "a", "well-known", "old", "man's"));
    EXPECT_THAT(plain_words("Tôi thích phở!"), ElementsAre("Tôi", "thích", "phở"));
    EXPECT_TRUE(plain_words(" ... – !").empty());
}

}  // namespace
}  // namespace lexi::ml
