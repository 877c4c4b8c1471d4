#include "ml/phones/scoring.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

using testing::ElementsAre;

TEST(PhoneScore, IsMonotoneFromAHundredToNothing) {
    EXPECT_EQ(phone_score("S", -1), 100);
    EXPECT_EQ(phone_score("S", 5), 100);
    EXPECT_EQ(phone_score("S", -500), 0);
    double before = 101;
    for (double x = -12; x > -85; x -= 4) {
        const double now = phone_score("IY", x);
        EXPECT_LT(now, before);
        before = now;
    }
}

TEST(PhoneScore, SoundsThatAreAlwaysHarderToMatchAreJudgedMoreMildly) {
    EXPECT_GT(phone_score("D", -30), phone_score("SH", -30));
}

TEST(HeardAt, TheLongestOverlapIsHeardButTheExpectedPhoneSuffices) {
    const std::vector<Segment> free = {{"S", 0, 10, 0}, {"TH", 10, 4, 0}, {"SIL", 14, 20, 0}};
    EXPECT_EQ(heard_at({"Z", 2, 10, 0}, free), "S");
    EXPECT_EQ(heard_at({"TH", 6, 10, 0}, free), "TH");
    EXPECT_EQ(heard_at({"T", 20, 5, 0}, free), "") << "silence is nothing heard";
    EXPECT_EQ(heard_at({"T", 90, 5, 0}, free), "");
}

TEST(MatchPhones, FindsTheCheapestWay) {
    EXPECT_THAT(match_phones({"K", "AE", "T"}, {"K", "AE", "T"}), ElementsAre(0, 1, 2));
    EXPECT_THAT(match_phones({"K", "AE", "T"}, {"K", "AE"}), ElementsAre(0, 1, -1));
    EXPECT_THAT(match_phones({"K", "AE", "T"}, {"HH", "K", "EH", "T"}), ElementsAre(1, 2, 3));
    EXPECT_THAT(match_phones({"K"}, {}), ElementsAre(-1));
}

const std::vector<ExpectedWord> kWords = {{"sea", {"S", "IY"}}, {"to", {"T", "UW"}}};

TEST(ScoreAlignment, AWordIsTheMeanOfItsPhonesAndTheWholeOfAllPhones) {
    const auto result = score_alignment(kWords,
                                        {{0, {{"S", 10, 10, -50}, {"IY", 20, 10, -5000}}},
                                         {1, {{"T", 35, 5, -25}, {"UW", 40, 5, -25}}}},
                                        {});
    ASSERT_EQ(result.words.size(), 2U);
    EXPECT_DOUBLE_EQ(result.words[0].score, 50);
    EXPECT_DOUBLE_EQ(result.words[1].score, 100);
    EXPECT_DOUBLE_EQ(result.overall, 75);
    EXPECT_DOUBLE_EQ(result.coverage, 0.75);
    EXPECT_NEAR(result.words[0].start, 0.10, 1e-9);
    EXPECT_NEAR(result.words[1].end, 0.45, 1e-9);
    EXPECT_EQ(result.confidence, 1);
}

TEST(ScoreAlignment, AGoodSoundIsHeardAsExpectedAndABadOneAsTheLoopHeardIt) {
    const auto result =
        score_alignment({{"sea", {"S", "IY"}}}, {{0, {{"S", 0, 10, -50}, {"IY", 10, 10, -900}}}},
                        {{"SH", 0, 10, 0}, {"IH", 10, 10, 0}});
    EXPECT_EQ(result.words[0].phones[0].heard, "S");
    EXPECT_EQ(result.words[0].phones[1].heard, "IH");
}

TEST(ScoreByOrder, ScoresLowAndIsNotTrusted) {
    const auto result = score_by_order(
        kWords,
        {{"SIL", 0, 9, 0}, {"S", 9, 9, 0}, {"IY", 18, 9, 0}, {"T", 27, 3, 0}, {"UW", 30, 9, 0}});
    EXPECT_LE(result.overall, 30);
    EXPECT_GT(result.overall, 20);
    EXPECT_LT(result.confidence, 0.1);
    EXPECT_NEAR(result.words[1].start, 0.27, 1e-9);
    EXPECT_LT(score_by_order(kWords, {{"M", 0, 9, 0}}).overall, 5);
}

TEST(ScoreByOrder, SilenceScoresNothing) {
    const auto result = score_by_order(kWords, {});
    EXPECT_EQ(result.overall, 0);
    EXPECT_EQ(result.coverage, 0);
    ASSERT_EQ(result.words.size(), 2U);
}

}  // namespace
}  // namespace lexi::ml
