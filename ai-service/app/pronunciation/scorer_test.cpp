#include "pronunciation/scorer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::pronunciation {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ml::PhoneScore phone(const std::string& name, double score, const std::string& heard) {
    return {.phone = name,
            .ipa = ml::arpabet_to_ipa(name),
            .start = 0,
            .end = 0.1,
            .score = score,
            .heard = heard};
}

ml::WordScore word(const std::string& text, std::vector<ml::PhoneScore> phones) {
    double sum = 0;
    for (const auto& one : phones) sum += one.score;
    return {.word = text,
            .start = 0,
            .end = 0.3,
            .score = sum / static_cast<double>(phones.size()),
            .phones = std::move(phones)};
}

ml::AlignResult green_tea(double level) {
    return {.words = {word("green", {phone("G", level, "G"), phone("R", level, "R"),
                                     phone("IY", level, "IY"), phone("N", level, "N")}),
                      word("tea", {phone("T", level, "T"), phone("IY", level, "IY")})}};
}

ml::SttResult transcript(const std::vector<std::string>& words) {
    ml::SttResult result;
    for (const auto& text : words) result.words.push_back({.word = text, .start = 0.5, .end = 0.9});
    return result;
}

const ml::SpeechMap kOneSecond{.spans = {{.start = 0, .end = 0.6}}, .speech_seconds = 0.6};

std::vector<std::string> kinds(const AnalysisView& analysis) {
    std::vector<std::string> all;
    for (const auto& one : analysis.words) all.push_back(one.error_type);
    return all;
}

TEST(Scorer, AGoodReadingHasFullMarksAndNothingToImprove) {
    const auto analysis = analyse(green_tea(100), transcript({"Green", "tea."}), kOneSecond);
    EXPECT_THAT(kinds(analysis), ElementsAre("none", "none"));
    EXPECT_DOUBLE_EQ(analysis.overall_score, 100);
    EXPECT_THAT(analysis.common_errors, IsEmpty());
    EXPECT_THAT(analysis.improvements, IsEmpty());
    EXPECT_FALSE(analysis.prosody_score);
    EXPECT_EQ(analysis.phoneme_scores.size(), 6U);
}

TEST(Scorer, AWordThatNeitherEngineFoundIsLeftOut) {
    auto aligned = green_tea(90);
    aligned.words[1] = word("tea", {phone("T", 10, "S"), phone("IY", 20, "")});
    const auto analysis = analyse(aligned, transcript({"green"}), kOneSecond);
    EXPECT_THAT(kinds(analysis), ElementsAre("none", "omission"));
    EXPECT_EQ(analysis.words[1].score, 0);
    EXPECT_EQ(analysis.words[1].phonemes[0].error_type, "deletion");
    EXPECT_DOUBLE_EQ(analysis.completeness_score, 50);
    EXPECT_DOUBLE_EQ(analysis.pronunciation_score, 90);
    EXPECT_THAT(analysis.common_errors, ElementsAre("left out: tea"));
}

TEST(Scorer, AWordWhoseSoundsAreGoodWasSaidWhateverTheTranscriptHas) {
    const auto analysis = analyse(green_tea(80), transcript({"green", "key"}), kOneSecond);
    EXPECT_THAT(kinds(analysis), ElementsAre("none", "none"));
    EXPECT_DOUBLE_EQ(analysis.completeness_score, 100);
}

TEST(Scorer, AnotherSoundMakesTheWordMispronouncedWithAdvice) {
    auto aligned = green_tea(90);
    aligned.words[1] = word("tea", {phone("T", 30, "D"), phone("IY", 85, "IY")});
    const auto analysis = analyse(aligned, transcript({"green", "dee"}), kOneSecond);
    EXPECT_THAT(kinds(analysis), ElementsAre("none", "mispronunciation"));
    const auto& first = analysis.words[1].phonemes[0];
    EXPECT_EQ(first.error_type, "substitution");
    EXPECT_EQ(first.actual, "D");
    EXPECT_THAT(first.feedback_vi, HasSubstr("/d/"));
    EXPECT_THAT(analysis.common_errors, ElementsAre("/t/ said as /d/"));
    EXPECT_EQ(analysis.improvements.size(), 1U);
    EXPECT_EQ(analysis.improvements_vi.size(), 1U);
}

TEST(Scorer, ASoundThatWasPlainlySpokenIsNotCalledMissing) {
    auto aligned = green_tea(90);
    aligned.words[1] = word("tea", {phone("T", 46, ""), phone("IY", 85, "IY")});
    const auto analysis = analyse(aligned, transcript({"green", "tea"}), kOneSecond);
    EXPECT_EQ(analysis.words[1].phonemes[0].error_type, "match");
    EXPECT_THAT(analysis.words[1].phonemes[0].feedback, HasSubstr("not clear"));
}

TEST(Scorer, AWordThatIsNotInTheTextIsAnInsertionWithoutItsMarks) {
    const auto analysis = analyse(green_tea(90), transcript({"green", "hot,", "tea"}), kOneSecond);
    EXPECT_THAT(kinds(analysis), ElementsAre("none", "insertion", "none"));
    EXPECT_EQ(analysis.words[1].word, "hot");
}

TEST(Scorer, AnotherTextIsLowAndSaysToReadTheText) {
    const auto right = analyse(green_tea(70), transcript({"green", "tea"}), kOneSecond);
    const auto wrong = analyse(green_tea(48), transcript({"good", "night"}), kOneSecond);
    EXPECT_DOUBLE_EQ(wrong.completeness_score, 0);
    EXPECT_LT(wrong.overall_score, 30);
    EXPECT_GT(right.overall_score, 75);
    EXPECT_THAT(wrong.improvements, ElementsAre(HasSubstr("Read the whole text")));
}

}  // namespace
}  // namespace lexi::pronunciation
