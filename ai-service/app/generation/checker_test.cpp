#include "generation/checker.hpp"

#include <gmock/gmock.h>

#include "generation/makers.hpp"
#include "generation/mistakes.hpp"
#include "generation/sentence.hpp"

namespace lexi::generation {
namespace {

using core::Level;
using testing::Contains;
using testing::IsEmpty;

const core::Lexicon& lexicon() { return core::Lexicon::built_in(); }

std::vector<std::string> faults(const Item& item, Level level = Level::a2) {
    return faults_of(item, level, lexicon());
}

Item choice() {
    return {.type = "multiple_choice",
            .instruction = "Choose the word with this meaning.",
            .instruction_vi = "Chọn từ có nghĩa này.",
            .prompt = "chuyến đi, hành trình",
            .options = {"journey", "apple", "teacher", "window"},
            .answer = "journey"};
}

Item order() {
    return {.type = "reorder",
            .instruction = "Put the words in order.",
            .instruction_vi = "Sắp xếp các từ thành câu.",
            .prompt = "Cô ấy sống ở Huế.",
            .tokens = {"lives", "She", "Hue.", "in"},
            .answer = "She lives in Hue."};
}

TEST(Checker, ASoundItemPasses) {
    EXPECT_THAT(faults(choice()), IsEmpty());
    EXPECT_THAT(faults(order()), IsEmpty());
}

TEST(Checker, AnOptionThatMeansTheSameIsASecondAnswer) {
    auto item = choice();
    item.options[1] = "tour";
    EXPECT_THAT(faults(item), Contains("second_answer"));
}

TEST(Checker, OptionsThatAreTheSameToALearnerAreDuplicates) {
    auto item = choice();
    item.options[1] = "Journey.";
    EXPECT_THAT(faults(item), Contains("duplicate_option"));
    item = choice();
    item.options = {"journey", "realise it", "realize it", "window"};
    EXPECT_THAT(faults(item), Contains("duplicate_option"));
}

TEST(Checker, TheAnswerIsAmongTheOptionsAndNowhereElse) {
    auto item = choice();
    item.answer = "road";
    EXPECT_THAT(faults(item), Contains("answer_missing"));
    item = choice();
    item.prompt = "A long journey";
    EXPECT_THAT(faults(item), Contains("answer_leaked"));
    item = choice();
    item.hint_vi = "“journey” đó";
    EXPECT_THAT(faults(item), Contains("answer_leaked"));
}

TEST(Checker, WordsAboveTheLevelAreFound) {
    EXPECT_THAT(faults(choice(), Level::a1), Contains("above_level"));
    auto item = choice();
    item.options[1] = "obfuscation";
    EXPECT_THAT(faults(item), Contains("above_level"));
}

TEST(Checker, VietnameseWithoutMarksIsFound) {
    auto item = choice();
    item.instruction_vi = "Chon tu khong dung";
    EXPECT_THAT(faults(item), Contains("lost_marks"));
}

TEST(Checker, CountsAreKept) {
    auto item = choice();
    item.options.pop_back();
    EXPECT_THAT(faults(item), Contains("wrong_count"));
    item = order();
    item.tokens.pop_back();
    EXPECT_THAT(faults(item), Contains("answer_missing"));
    item = order();
    item.tokens = {"She", "lives", "in", "Hue."};
    EXPECT_THAT(faults(item), Contains("answer_leaked")) << "already in order";
}

TEST(Checker, AGapHasOneWordThatThePromptDoesNotShow) {
    Item item{.type = "cloze",
              .instruction = "Fill the gap.",
              .instruction_vi = "Điền từ.",
              .prompt = "The ____ to Hue takes six hours.",
              .answer = "journey"};
    EXPECT_THAT(faults(item), IsEmpty());
    item.prompt = "The journey to Hue: the ____.";
    EXPECT_THAT(faults(item), Contains("answer_leaked"));
    item.prompt = "The ____ to ____.";
    EXPECT_THAT(faults(item), Contains("wrong_form"));
}

TEST(Checker, PairsMustNotFitTwoPartners) {
    Item item{.type = "matching",
              .instruction = "Match.",
              .instruction_vi = "Nối từ.",
              .pairs = {{"apple", "quả táo"},
                        {"window", "cửa sổ"},
                        {"teacher", "giáo viên"},
                        {"big", "to, lớn"}}};
    EXPECT_THAT(faults(item), IsEmpty());
    item.pairs.push_back({"large", "lớn, rộng"});
    EXPECT_THAT(faults(item), Contains("second_answer"));
}

TEST(Checker, AMistakeStandsAtOnePlace) {
    Item item{.type = "error_spotting",
              .instruction = "Find the mistake.",
              .instruction_vi = "Tìm lỗi sai.",
              .prompt = "She live in Hue.",
              .answer = "She lives in Hue."};
    EXPECT_THAT(faults(item), IsEmpty());
    item.prompt = "He live at Hue now.";
    EXPECT_THAT(faults(item), Contains("wrong_form"));
    item.prompt = "She lives in Hue!";
    EXPECT_THAT(faults(item), Contains("answer_leaked"));
}

TEST(Sentence, OnlyWhatHasOneOrderIsPutInOrder) {
    EXPECT_TRUE(one_order("The children are in the garden.", lexicon()));
    EXPECT_FALSE(one_order("I go to school by bus.", lexicon())) << "two phrases";
    EXPECT_FALSE(one_order("Tom and Lan are here now.", lexicon()));
    EXPECT_FALSE(one_order("We often eat rice.", lexicon())) << "an adverb moves";
    EXPECT_FALSE(one_order("Stop!", lexicon()));
}

TEST(Sentence, FiguresAndNamesAreNotDictated) {
    EXPECT_TRUE(can_be_dictated("The bus is late again."));
    EXPECT_FALSE(can_be_dictated("The bus leaves at 7."));
    EXPECT_FALSE(can_be_dictated("My friend Nguyen is late."));
}

std::vector<std::string> wrong(std::string_view sentence) {
    std::vector<std::string> sentences;
    for (const auto& mistake : mistakes_in(sentence, lexicon()))
        sentences.push_back(mistake.sentence);
    return sentences;
}

TEST(Mistakes, EachRuleMakesItsMistake) {
    EXPECT_THAT(wrong("She plays tennis."), Contains("She play tennis."));
    EXPECT_THAT(wrong("They play tennis."), Contains("They plays tennis."));
    EXPECT_THAT(wrong("I have an apple here."), Contains("I have a apple here."));
    EXPECT_THAT(wrong("He has two brothers."), Contains("He has two brother."));
    EXPECT_THAT(wrong("I can swim well."), Contains("I can to swim well."));
    EXPECT_THAT(wrong("He is taller than me."), Contains("He is more taller than me."));
    EXPECT_THAT(wrong("We went home an hour ago."), Contains("We go home an hour ago."));
    EXPECT_THAT(wrong("He is afraid of dogs."), Contains("He is afraid from dogs."));
}

TEST(Mistakes, WhatCouldBeReadAsRightIsLeftAlone) {
    EXPECT_THAT(wrong("Yes, of course."), IsEmpty());
    EXPECT_THAT(wrong("I suggest that she play."),
                testing::Not(Contains("I suggest that she plays.")));
}

TEST(Draw, TheSameSeedDrawsTheSame) {
    Draw one(7);
    Draw other(7);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(one.number(1000), other.number(1000));
}

}  // namespace
}  // namespace lexi::generation
