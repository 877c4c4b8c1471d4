#include "app/transfer/text_file.hpp"

#include <gmock/gmock.h>

namespace lexi::transfer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Entry> csv(std::string_view text, const Columns& columns = {}) {
    return read_csv(text, columns).value();
}

std::string file_problem(const Result<std::vector<Entry>>& read) {
    return read ? "" : read.error().fields.begin()->second;
}

TEST(Csv, FindsColumnsByTheNamesThatPeopleGiveThem) {
    const auto entries = csv("Front,IPA,Back,Colour,Tags\nsea,siː,biển,blue,nature water\n");
    EXPECT_EQ(entries[0].word, "sea");
    EXPECT_EQ(entries[0].translation, "biển");
    EXPECT_EQ(entries[0].pronunciation, "siː");
    EXPECT_THAT(entries[0].tags, ElementsAre("nature", "water"));
}

TEST(Csv, SemicolonsSeparateWhereTheHeaderHasThem) {
    EXPECT_EQ(csv("word;translation\na;b, c\n")[0].translation, "b, c");
}

TEST(Csv, BothWaysToTypeALetterAreOne) {
    EXPECT_EQ(csv("word,translation\nx,bie\xCC\x82\xCC\x89n\n")[0].translation, "biển");
}

TEST(Csv, RefusesRowsWithTheReason) {
    const auto refusal = [](const std::string& row) {
        return csv("word,translation,level\n" + row + "\n")[0].refusal;
    };
    EXPECT_EQ(refusal("a,b,A1"), "");
    EXPECT_EQ(refusal("a,b,beginner"), "");
    EXPECT_EQ(refusal(" ,b,"), "word is missing");
    EXPECT_EQ(refusal("a,,"), "translation is missing");
    EXPECT_EQ(refusal("a,b,C7"), "level must be one of A1, A2, B1, B2, C1, C2");
    EXPECT_EQ(refusal("a,b,A1,extra"), "has 4 fields where there are 3 columns");
    EXPECT_EQ(refusal(std::string(256, 'a') + ",b,"), "word is longer than 255 letters");
    EXPECT_EQ(refusal("\"a,b,"), "has a quote that is never closed");
    EXPECT_EQ(refusal("caf\xE9,b,"), "word must be UTF-8 text");
}

TEST(Csv, RefusesFilesWithTheReason) {
    EXPECT_EQ(file_problem(read_csv("", {})), "is empty");
    EXPECT_EQ(file_problem(read_csv("word,translation\n", {})), "has no words");
    EXPECT_THAT(file_problem(read_csv("word,other\na,b\n", {})),
                HasSubstr("no column for the translation (it has: word, other)"));
    EXPECT_EQ(file_problem(read_csv("\xFF\xFEw", {})), "must be UTF-8 text, not UTF-16");
    EXPECT_THAT(file_problem(read_csv("word,translation\na,b\n", {{"word", "Nope"}})),
                HasSubstr("Nope"));
    EXPECT_THAT(file_problem(read_csv("word,translation\na,b\n", {{"colour", "1"}})),
                HasSubstr("colour"));
}

TEST(AnkiText, ObeysItsDirectives) {
    const auto entries = read_anki_text(
                             "#separator:pipe\n#html:false\n#tags:all\n#notetype column:1\n"
                             "#tags column:4\nBasic|<b>|dấu|one two\n",
                             {})
                             .value();
    EXPECT_EQ(entries[0].line, 6);
    EXPECT_EQ(entries[0].word, "<b>");
    EXPECT_EQ(entries[0].translation, "dấu");
    EXPECT_THAT(entries[0].tags, ElementsAre("one", "two", "all"));
}

TEST(AnkiText, WithoutDirectivesIsWordAndTranslation) {
    const auto entries = read_anki_text("sea\t<i>bi&#7875;n</i>\nland\tđất\n", {}).value();
    EXPECT_EQ(entries[0].translation, "biển");
    EXPECT_EQ(entries[1].line, 2);
}

TEST(TextFiles, WhatIsWrittenIsReadBack) {
    Entry entry{.word = "sea, \"the\"",
                .translation = "<biển>",
                .pronunciation = "siː",
                .example_sentence = "One\nTwo",
                .level = "A2",
                .tags = {"by the sea", "x"}};
    for (const auto& again : {read_csv(write_csv({entry}), {}).value()[0],
                              read_anki_text(write_anki_text({entry}), {}).value()[0]}) {
        EXPECT_EQ(again.refusal, "");
        EXPECT_EQ(again.word, entry.word);
        EXPECT_EQ(again.translation, entry.translation);
        EXPECT_EQ(again.level, "A2");
        EXPECT_THAT(again.tags, ElementsAre("by_the_sea", "x"));
    }
}

}  // namespace
}  // namespace lexi::transfer
