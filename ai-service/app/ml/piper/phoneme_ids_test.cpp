#include "ml/piper/phoneme_ids.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

using testing::ElementsAre;

const PhonemeIds kKnown = {{"_", {0}},  {"^", {1}},  {"$", {2}},  {" ", {3}},   {".", {10}},
                           {"a", {14}}, {"c", {16}}, {"h", {20}}, {"ˈ", {120}}, {"\u0327", {140}}};

TEST(PhonemeIds, APadFollowsEveryPhonemeBetweenBeginningAndEnd) {
    EXPECT_THAT(phoneme_ids("hˈa.", kKnown), ElementsAre(1, 0, 20, 0, 120, 0, 14, 0, 10, 0, 2));
}

TEST(PhonemeIds, UnknownPhonemesAreLeftOut) {
    EXPECT_THAT(phoneme_ids("hQa", kKnown), ElementsAre(1, 0, 20, 0, 14, 0, 2));
}

TEST(PhonemeIds, LanguageFlagsAreNotSpoken) {
    EXPECT_THAT(phoneme_ids("(vi)h(en)a", kKnown), ElementsAre(1, 0, 20, 0, 14, 0, 2));
}

TEST(PhonemeIds, AComposedLetterIsTakenApart) {
    EXPECT_THAT(phoneme_ids("ç", kKnown), ElementsAre(1, 0, 16, 0, 140, 0, 2));
}

TEST(Sentences, ClausesGoTogetherUntilTheirSentenceEnds) {
    const auto found = sentences({{"Hello,", "həloʊ", ",", false},
                                  {"world.", "wɜːld", ".", true},
                                  {"Really?", "ɹiəli", "?", true}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].ipa(), "həloʊ, wɜːld.");
    EXPECT_EQ(found[1].ipa(), "ɹiəli?");
}

TEST(Sentences, TheLastOneGetsAFullStop) {
    EXPECT_EQ(sentences({{"Hello", "həloʊ", "", false}})[0].ipa(), "həloʊ.");
    EXPECT_EQ(sentences({{"Hello,", "həloʊ", ",", false}})[0].ipa(), "həloʊ.");
}

TEST(Sentences, NothingToSayIsNoSentence) {
    EXPECT_TRUE(sentences({{"...", "", ".", true}, {"(vi)", "(vi)", "", false}}).empty());
}

TEST(SpokenWeight, VowelsTakeLongerThanConsonantsAndStressNothing) {
    EXPECT_EQ(spoken_weight("ˈbɪt"), 4);
    EXPECT_EQ(spoken_weight("biːt"), 5);
    EXPECT_EQ(spoken_weight(" ,."), 0);
}

TEST(ShareTime, WordsFillTheTimeInOrder) {
    const auto words = share_time({{"one", 3, 1}, {"two", 1, 9}}, 1.0, 6.0);
    ASSERT_EQ(words.size(), 2U);
    EXPECT_DOUBLE_EQ(words[0].start, 1.0);
    EXPECT_DOUBLE_EQ(words[0].end, 4.0);
    EXPECT_DOUBLE_EQ(words[1].start, 5.0);
    EXPECT_DOUBLE_EQ(words[1].end, 6.0);
}

TEST(PlainWords, MarksAtTheEndsAreNoPartOfAWord) {
    EXPECT_THAT(plain_words("“Don't,” she said — a well-known (old) man's…"),
                ElementsAre("Don't", "she", "said", "a", "well-known", "old", "man's"));
    EXPECT_THAT(plain_words("Tôi thích phở!"), ElementsAre("Tôi", "thích", "phở"));
    EXPECT_TRUE(plain_words(" ... – !").empty());
}

}  // namespace
}  // namespace lexi::ml
