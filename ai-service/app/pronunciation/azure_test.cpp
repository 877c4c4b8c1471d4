#include "pronunciation/azure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::pronunciation::azure {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

ResultView teacher() {
    WordView word{.word = "Teacher",
                  .score = 81,
                  .error_type = "mispronunciation",
                  .start = 0.5,
                  .end = 1.25};
    word.phonemes = {{.phoneme = "T",
                      .ipa = "t",
                      .expected = "T",
                      .actual = "T",
                      .error_type = "match",
                      .score = 90,
                      .start = 0.5,
                      .end = 0.75},
                     {.actual = "S", .actual_ipa = "s", .error_type = "insertion"}};
    word.phonemes[0].nbest = {{.phoneme = "T", .ipa = "t", .probability = 0.93},
                              {.probability = 0.05}};
    word.syllables = {{.ipa = "ti",
                       .stress = "primary",
                       .score = 88,
                       .start = 0.5,
                       .end = 0.9,
                       .letters = LettersView{.start = 0, .end = 3}}};
    ResultView view{.id = "a1", .transcript = "Teacher, I'm here.", .confidence = 0.7};
    view.analysis.overall_score = 77;
    view.analysis.words = {word, {.word = "uh", .error_type = "insertion", .start = 1.5, .end = 2}};
    return view;
}

TEST(Azure, TimesAreTicksAndWordsHaveItsNames) {
    const auto made = assessment_of(teacher());
    EXPECT_EQ(made.RecognitionStatus, "Success");
    EXPECT_EQ(made.Offset, 5'000'000);
    EXPECT_EQ(made.Duration, 15'000'000);
    ASSERT_THAT(made.NBest, SizeIs(1));
    const auto& best = made.NBest[0];
    EXPECT_EQ(best.Lexical, "teacher i'm here");
    EXPECT_EQ(best.Display, "Teacher, I'm here.");
    EXPECT_EQ(best.PronunciationAssessment.PronScore, 77);
    ASSERT_THAT(best.Words, SizeIs(2));
    EXPECT_EQ(best.Words[0].PronunciationAssessment.ErrorType, "Mispronunciation");
    EXPECT_EQ(best.Words[0].Duration, 7'500'000);
    EXPECT_EQ(best.Words[1].PronunciationAssessment.ErrorType, "Insertion");
    EXPECT_THAT(best.Words[1].Phonemes, IsEmpty());
}

TEST(Azure, SoundsThatTheTextDoesNotHaveAndSilencesAreLeftOut) {
    const auto made = assessment_of(teacher());
    const auto& word = made.NBest[0].Words[0];
    ASSERT_THAT(word.Phonemes, SizeIs(1));
    EXPECT_THAT(word.Phonemes[0].PronunciationAssessment.NBestPhonemes,
                ElementsAre(Field(&HeardPhoneme::Score, 93)));
    ASSERT_THAT(word.Syllables, SizeIs(1));
    EXPECT_EQ(word.Syllables[0].Grapheme, "Tea");
}

}  // namespace
}  // namespace lexi::pronunciation::azure
