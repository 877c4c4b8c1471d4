#include "core/lexicon/lexicon.hpp"

#include <gmock/gmock.h>

#include "core/lexicon/forms.hpp"

namespace lexi::core {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const Lexicon& lexicon() { return Lexicon::built_in(); }

const Word& word(const char* text) { return *lexicon().find(text).front(); }

TEST(Lexicon, HoldsTheWordsAndLessonsOfContent) {
    EXPECT_GT(lexicon().words().size(), 2800U);
    EXPECT_EQ(lexicon().lessons().size(), 48U);
    EXPECT_EQ(word("journey").level, Level::a2);
    EXPECT_EQ(word("Journey").part_of_speech, "noun");
}

TEST(Lexicon, ALessonHasTheLevelOfItsCourse) {
    const std::map<std::string, Level> known{{"Hello and goodbye", Level::a1},
                                             {"Is there any butter?", Level::a2},
                                             {"He said that…", Level::b1}};
    int seen = 0;
    for (const auto& lesson : lexicon().lessons()) {
        const auto expected = known.find(lesson.title);
        if (expected == known.end()) continue;
        ++seen;
        EXPECT_EQ(lesson.level, expected->second) << lesson.title;
    }
    EXPECT_EQ(seen, 3);
}

TEST(Lexicon, AWordIsBeyondALevelWhenTaughtLaterOrRare) {
    EXPECT_FALSE(lexicon().beyond("goes", Level::a1));
    EXPECT_TRUE(lexicon().beyond("journeys", Level::a1));
    EXPECT_FALSE(lexicon().beyond("journeys", Level::a2));
    EXPECT_TRUE(lexicon().beyond("antidisestablishment", Level::b1));
    EXPECT_FALSE(lexicon().beyond("doesn't", Level::a1));
}

TEST(Lexicon, NamesWithinASentenceAreFree) {
    EXPECT_THAT(lexicon().words_beyond("I live in Vladivostok with Minh.", Level::a1), IsEmpty());
    EXPECT_THAT(lexicon().words_beyond("The obfuscation is here.", Level::a1),
                ElementsAre("obfuscation"));
}

TEST(Lexicon, VietnameseWithoutItsMarksIsFound) {
    EXPECT_THAT(lexicon().lost_marks("Toi khong hieu"), Contains("khong"));
    EXPECT_THAT(lexicon().lost_marks("Tôi không đi xe ra ga"), IsEmpty());
}

TEST(Lexicon, SynonymsAndSharedMeaningsAreRelated) {
    EXPECT_TRUE(lexicon().related(word("big"), word("large")));
    EXPECT_TRUE(lexicon().related(word("journey"), word("tour"))) << "both are a chuyến";
    EXPECT_FALSE(lexicon().related(word("journey"), word("apple")));
}

TEST(Forms, WrittenFormsAreEnglish) {
    EXPECT_EQ(third_person("study"), "studies");
    EXPECT_EQ(third_person("watch"), "watches");
    EXPECT_EQ(third_person("play"), "plays");
    EXPECT_EQ(simple_past("go"), "went");
    EXPECT_EQ(simple_past("stop"), "stopped");
    EXPECT_EQ(simple_past("visit"), "visited");
    EXPECT_EQ(plural("child"), "children");
    EXPECT_EQ(plural("city"), "cities");
}

TEST(Forms, WordsKeepTheirPlace) {
    const auto words = words_of("Don't go - it's late!");
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[0].text, "Don't");
    EXPECT_EQ(words[2].text, "it's");
    EXPECT_EQ(words[2].begin, 11U);
}

TEST(Forms, QuotationMarksAreNoLetters) {
    const auto words = words_of("“đi” – it’s…");
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].text, "đi");
    EXPECT_EQ(words[1].text, "it’s");
}

TEST(Forms, PlainComparesWithoutCaseAndMarksOfPunctuation) {
    EXPECT_EQ(plain("  Hello, World!"), plain("hello world"));
    EXPECT_EQ(plain("ĐI"), "đi");
}

}  // namespace
}  // namespace lexi::core
