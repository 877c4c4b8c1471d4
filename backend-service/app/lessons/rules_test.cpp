#include "app/lessons/rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/lessons/hints.hpp"

namespace lexi::lessons {
namespace {

using testing::ElementsAre;

static_assert(points_for(true, false) == 100 && points_for(true, true) == 50);
static_assert(points_for(false, true) == 0);

TEST(Points, AreRoundedToPerCentOfAllExercises) {
    EXPECT_EQ(percentage(0, 0), 0);
    EXPECT_EQ(percentage(200, 3), 67);
    EXPECT_EQ(percentage(250, 3), 83);
    EXPECT_EQ(percentage(300, 3), 100);
    EXPECT_EQ(percentage(50, 3), 17);
}

TEST(Stars, WantAGoodScoreAndTheThirdNoHint) {
    EXPECT_EQ(stars_for(59, 0), 0);
    EXPECT_EQ(stars_for(60, 0), 1);
    EXPECT_EQ(stars_for(80, 3), 2);
    EXPECT_EQ(stars_for(94, 0), 2);
    EXPECT_EQ(stars_for(95, 0), 3);
    EXPECT_EQ(stars_for(100, 1), 2);
}

grading::Key key(const std::string& kind, const std::string& answer) {
    return {.kind = kind, .answer = answer, .alternatives = {}, .pairs = {}, .choices = {}};
}

TEST(Hints, TakeAwayHalfOfTheWrongChoices) {
    auto choice = key("multiple_choice", "are");
    choice.choices = {"is", "are", "am", "be"};
    EXPECT_THAT(hint_for(choice, "")->eliminated, ElementsAre("is", "am"));
    choice.choices = {"are", "is"};
    EXPECT_THAT(hint_for(choice, "")->eliminated, ElementsAre("is"));
}

TEST(Hints, GiveTheBeginningOfTheShortestAnswer) {
    EXPECT_EQ(hint_for(key("cloze", "are"), "")->text, "a… (3 letters)");
    EXPECT_EQ(hint_for(key("translate_to_vi", "Đúng"), "")->text, "Đ… (4 letters)");
    EXPECT_EQ(hint_for(key("translate_to_en", "I (get|wake) up [very early]."), "")->text,
              "I… (3 words)");
}

TEST(Hints, SayWhereTheErrorIs) {
    const auto spot = key("error_spotting", "She is a teacher.");
    EXPECT_EQ(hint_for(spot, "She are a teacher.")->text, "Look at “are”.");
    EXPECT_EQ(hint_for(spot, "She is teacher.")->text, "Something is missing after “is”.");
    EXPECT_EQ(hint_for(spot, "is a teacher.")->text, "Something is missing at the beginning.");
}

TEST(Hints, GiveOnePairAndNothingOfWhatIsSpoken) {
    auto match = key("matching", "");
    match.pairs = {{"cat", "mèo"}, {"dog", "chó"}};
    EXPECT_EQ(hint_for(match, "")->text, "cat = mèo");
    EXPECT_FALSE(hint_for(key("speaking", "Hello."), "").has_value());
}

}  // namespace
}  // namespace lexi::lessons
