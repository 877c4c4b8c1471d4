#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/content/pack.hpp"

namespace lexi::content {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

Exercise exercise(const std::string& kind, const std::string& answer) {
    return {.slug = "x", .kind = kind, .prompt = "How ____ you?", .answer = answer};
}

TEST(ExerciseCheck, AGoodOneHasNoMistakes) {
    auto choice = exercise("multiple_choice", "are");
    choice.choices = {"is", "are"};
    EXPECT_THAT(mistakes_of(choice), IsEmpty());
    EXPECT_THAT(mistakes_of(exercise("cloze", "are")), IsEmpty());
}

TEST(ExerciseCheck, AKeyMustBeWellFormed) {
    EXPECT_THAT(mistakes_of(exercise("cloze", "(a|the) [very] big/large")), IsEmpty());
    EXPECT_THAT(mistakes_of(exercise("cloze", "walk(s)")), Contains(HasSubstr("touches a word")));
    auto text = exercise("translate_to_en", "I walk.");
    text.alternatives = {"I [really walk."};
    EXPECT_THAT(mistakes_of(text), Contains(HasSubstr("not closed")));
}

TEST(ExerciseCheck, TheAnswerMustBeAmongTheChoices) {
    auto choice = exercise("multiple_choice", "am");
    choice.choices = {"is", "are"};
    EXPECT_THAT(mistakes_of(choice), Contains(HasSubstr("one of the choices")));
    choice.choices = {"am", "am"};
    EXPECT_THAT(mistakes_of(choice), Contains(HasSubstr("must differ")));
}

TEST(ExerciseCheck, TokensMustMakeTheAnswer) {
    auto order = exercise("reorder", "How are you?");
    order.tokens = {"you", "how", "are"};
    EXPECT_THAT(mistakes_of(order), IsEmpty());
    order.tokens = {"you", "how"};
    EXPECT_THAT(mistakes_of(order), Contains(HasSubstr("do not make")));
}

TEST(ExerciseCheck, WhatIsHeardNeedsItsText) {
    EXPECT_THAT(mistakes_of(exercise("dictation", "Hello.")), Contains(HasSubstr("audio_text")));
}

TEST(ExerciseCheck, AnErrorThatWouldPassIsNoError) {
    auto spot = exercise("error_spotting", "How are you?");
    spot.prompt = "how are you";
    EXPECT_THAT(mistakes_of(spot), Contains(HasSubstr("graded as right")));
    spot.prompt = "How is you?";
    EXPECT_THAT(mistakes_of(spot), IsEmpty());
}

TEST(ExerciseCheck, MatchingNeedsDistinctPairsAndNoAnswer) {
    auto match = exercise("matching", "");
    match.pairs = {{"cat", "mèo"}, {"dog", "mèo"}};
    EXPECT_THAT(mistakes_of(match), Contains(HasSubstr("differ on both sides")));
}

}  // namespace
}  // namespace lexi::content
