#include "app/core/grading/grading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::grading {
namespace {

using testing::ElementsAre;

Grade english(const std::string& given, const std::string& answer,
              std::vector<std::string> alternatives = {}) {
    return grade(
        {.kind = "translate_to_en", .answer = answer, .alternatives = std::move(alternatives)},
        {.text = given});
}

bool right(const std::string& kind, const std::string& given, const std::string& answer) {
    return grade({.kind = kind, .answer = answer}, {.text = given}).correct;
}

TEST(Grading, CasePunctuationAndBlanksDoNotMatter) {
    EXPECT_TRUE(english("  how are YOU today", "How are you today?").correct);
    EXPECT_TRUE(english("“Good morning!”", "Good morning.").correct);
    EXPECT_TRUE(english("She has a T shirt", "She has a T-shirt.").correct);
}

TEST(Grading, ContractionsMeanWhatTheyStandFor) {
    EXPECT_TRUE(english("I'm fine, thank you", "I am fine, thank you.").correct);
    EXPECT_TRUE(english("I’m fine, thank you", "I am fine, thank you.").correct);
    EXPECT_TRUE(english("He does not like tea", "He doesn't like tea.").correct);
    EXPECT_TRUE(english("We cannot go", "We can't go.").correct);
    EXPECT_TRUE(english("We will not go", "We won't go.").correct);
    EXPECT_TRUE(english("It is six o'clock", "It's six o'clock.").correct);
}

TEST(Grading, APossessiveIsNotIs) {
    EXPECT_FALSE(english("This is Lan is book", "This is Lan's book.").correct);
    EXPECT_TRUE(english("This is Lan's book", "This is Lan’s book.").correct);
}

TEST(Grading, VietnameseLettersMayComeInEitherUnicodeForm) {
    // Decomposed: e + dot below, a + circumflex + dot below.
    EXPECT_TRUE(right("translate_to_vi",
                      "Chu\xCC\x81"
                      "c me\xCC\xA3 ngu\xCC\x89 ngon",
                      "Chúc mẹ ngủ ngon."));
    EXPECT_TRUE(right("translate_to_vi", "TÔI KHOẺ", "Tôi khỏe."));  // the tone mark's place
    EXPECT_FALSE(right("translate_to_vi", "Chuc me ngu ngon", "Chúc mẹ ngủ ngon."));
}

TEST(Grading, BritishAndAmericanSpellingAreBothRight) {
    EXPECT_TRUE(english("My favorite color is gray", "My favourite colour is grey.").correct);
}

TEST(Grading, AlternativesCountAndTheNearestIsShown) {
    const auto verdict = english("I get up at 7", "I get up at six o'clock.",
                                 {"I get up at 6.", "I wake up at six."});
    EXPECT_FALSE(verdict.correct);
    EXPECT_EQ(verdict.expected, "I get up at 6.");
    EXPECT_TRUE(
        english("i wake up at six", "I get up at six o'clock.", {"I wake up at six."}).correct);
}

TEST(Grading, OneSlipInALongWordPassesFlagged) {
    for (const char* slip :
         {"See you tommorrow", "See you tomorow", "See you tomorrwo", "See you tomotrow"}) {
        const auto verdict = english(slip, "See you tomorrow!");
        EXPECT_TRUE(verdict.correct) << slip;
        EXPECT_TRUE(verdict.typo) << slip;
    }
    EXPECT_FALSE(english("See you tomorrow", "See you tomorrow!").typo);
}

TEST(Grading, GrammarIsNoSlip) {
    EXPECT_FALSE(english("They are teacher", "They are teachers.").correct);
    EXPECT_FALSE(english("He plays football", "He play football").correct);
    EXPECT_FALSE(english("I has a cat", "I have a cat").correct);           // short words
    EXPECT_FALSE(english("tommorow mornnig", "tomorrow morning").correct);  // two slips
    EXPECT_FALSE(right("cloze", "brekfast", "breakfast"));                  // spelling is asked
}

TEST(Grading, EmptyAnswersAreWrong) {
    EXPECT_FALSE(english("", "Hello.").correct);
    EXPECT_FALSE(english("?!", "Hello.").correct);
}

TEST(Grading, TheDiffShowsWhereTheMistakeIs) {
    const auto verdict = english("I am go to school", "I go to school.");
    std::vector<std::string> pieces;
    for (const auto& piece : verdict.diff) pieces.push_back(piece.kind + ":" + piece.text);
    EXPECT_THAT(pieces, ElementsAre("same:I", "extra:am", "same:go to school"));
}

TEST(Grading, MatchingNeedsEveryPairAndNoOther) {
    const Key key{
        .kind = "matching", .answer = "", .pairs = {{"cat", "con mèo"}, {"dog", "con chó"}}};
    EXPECT_TRUE(
        grade(key, {.text = "", .pairs = {{"cat", "con mèo"}, {"dog", "con chó"}}}).correct);
    EXPECT_FALSE(
        grade(key, {.text = "", .pairs = {{"cat", "con chó"}, {"dog", "con mèo"}}}).correct);
    EXPECT_FALSE(grade(key, {.text = "", .pairs = {{"cat", "con mèo"}}}).correct);
    EXPECT_FALSE(grade(key, {}).correct);
    EXPECT_FALSE(
        grade(key, {.text = "", .pairs = {{"cat", "con mèo"}, {"dog", "con chó"}, {"x", "y"}}})
            .correct);
}

TEST(Normalised, NumbersKeepTheirMarks) {
    EXPECT_THAT(normalised("At 6:00, 1,000 people."), ElementsAre("at", "6:00", "1,000", "people"));
}

}  // namespace
}  // namespace lexi::grading
