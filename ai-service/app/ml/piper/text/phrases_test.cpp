#include "ml/piper/text/phrases.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "kit/source_dir.hpp"

namespace lexi::ml::spoken {
namespace {

TEST(Numbers, AreSaidInBothLanguages) {
    EXPECT_EQ(cardinal(0, Tongue::english), "zero");
    EXPECT_EQ(cardinal(1001, Tongue::english), "one thousand and one");
    EXPECT_EQ(cardinal(2'000'000'000, Tongue::english), "two billion");
    EXPECT_EQ(cardinal(1'000'000'000'000'000, Tongue::english).substr(0, 8), "one zero");
    EXPECT_EQ(cardinal(1005, Tongue::vietnamese), "một nghìn không trăm linh năm");
    EXPECT_EQ(cardinal(311, Tongue::vietnamese), "ba trăm mười một");
    EXPECT_EQ(cardinal(1'000'000'000, Tongue::vietnamese), "một tỷ");
    EXPECT_EQ(ordinal(40, Tongue::english), "fortieth");
    EXPECT_EQ(ordinal(112, Tongue::english), "one hundred and twelfth");
    EXPECT_EQ(year(1900, Tongue::english), "nineteen hundred");
    EXPECT_EQ(year(1905, Tongue::english), "nineteen oh five");
}

TEST(Phrases, TheTableIsSaidAsItShouldBe) {
    std::ifstream table(source_dir() + "/tests/data/speech/said.tsv");
    std::size_t cases = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string language, text, said;
        std::getline(fields, language, '\t');
        std::getline(fields, text, '\t');
        std::getline(fields, said, '\t');
        if (const auto at = text.find("\\n"); at != std::string::npos) text.replace(at, 2, "\n");
        const auto tongue = language == "vi" ? Tongue::vietnamese : Tongue::english;
        EXPECT_EQ(said_text(phrases_of(text, tongue)), said) << text;
        ++cases;
    }
    EXPECT_GE(cases, 80U);
}

TEST(Phrases, WordsOfTheOtherLanguageAreSaidInTheirs) {
    const auto tongues = [](std::string_view text, Tongue request) {
        std::string found;
        for (const auto& phrase : phrases_of(text, request)) {
            for (const auto& word : phrase.words)
                found += word.tongue == Tongue::english ? 'e' : 'v';
        }
        return found;
    };
    EXPECT_EQ(tongues("Tôi học English với Ms. Anna", Tongue::vietnamese), "vvevee");
    EXPECT_EQ(tongues("Từ breakfast nghĩa là bữa sáng", Tongue::vietnamese), "vevvvv");
    EXPECT_EQ(tongues("Câu I like green tea rất hay", Tongue::vietnamese), "veeeevv");
    EXPECT_EQ(tongues("We ate phở in Đà Nẵng", Tongue::english), "eevevv");
    EXPECT_EQ(tongues("a café and a résumé", Tongue::english), "eeeee");
}

TEST(Phrases, AWordKeepsHowItIsWritten) {
    const auto phrases = phrases_of("Dr. Lan paid $5!", Tongue::english);
    ASSERT_EQ(phrases.size(), 1U);
    ASSERT_EQ(phrases[0].words.size(), 4U);
    EXPECT_EQ(phrases[0].words[0].written, "Dr");
    EXPECT_EQ(phrases[0].words[3].written, "$5");
    EXPECT_EQ(phrases[0].words[3].said, "five dollars");
    EXPECT_EQ(phrases[0].mark, "!");
}

TEST(Phrases, NothingToSayIsNothing) {
    for (const std::string_view text : {"", " \n", "?!...", "😀", "[[", "-- *"}) {
        EXPECT_TRUE(phrases_of(text, Tongue::english).empty()) << text;
    }
}

}  // namespace
}  // namespace lexi::ml::spoken
