#include "analysis/statistics.hpp"

#include <gtest/gtest.h>

namespace lexi::analysis {
namespace {

TEST(Statistics, CountsSentences) {
    EXPECT_EQ(sentence_count("I like tea. Do you? Yes!"), 3U);
    EXPECT_EQ(sentence_count("It costs 3.50 dollars"), 1U);
    EXPECT_EQ(sentence_count("Wait... what?!"), 2U);
    EXPECT_EQ(sentence_count("A title\n\nA text"), 2U);
    EXPECT_EQ(sentence_count(""), 0U);
    EXPECT_EQ(sentence_count("... !"), 0U);
}

struct Syllables {
    std::string word;
    std::size_t count;
};
class SyllableCount : public testing::TestWithParam<Syllables> {};
TEST_P(SyllableCount, IsWhatIsSpoken) {
    EXPECT_EQ(syllable_count(GetParam().word), GetParam().count) << GetParam().word;
}
INSTANTIATE_TEST_SUITE_P(
    Words, SyllableCount,
    testing::Values(Syllables{"tea", 1}, Syllables{"make", 1}, Syllables{"makes", 1},
                    Syllables{"baked", 1}, Syllables{"wanted", 2}, Syllables{"boxes", 2},
                    Syllables{"table", 2}, Syllables{"people", 2}, Syllables{"the", 1},
                    Syllables{"be", 1}, Syllables{"nation", 2}, Syllables{"idea", 3},
                    Syllables{"radio", 3}, Syllables{"university", 5}, Syllables{"studying", 3},
                    Syllables{"watches", 2}, Syllables{"Vietnam", 2}, Syllables{"hmm", 1},
                    Syllables{"beautiful", 3}, Syllables{"dangerous", 3}));

// The formulas' own arithmetic: 10 words, 2 sentences, 12 syllables.
TEST(Statistics, ReadabilityFollowsItsFormulas) {
    const Readability r{.words = 10, .sentences = 2, .syllables = 12};
    EXPECT_NEAR(r.reading_ease(), 206.835 - 1.015 * 5 - 84.6 * 1.2, 1e-9);
    EXPECT_NEAR(r.grade(), 0.39 * 5 + 11.8 * 1.2 - 15.59, 1e-9);
    EXPECT_EQ(readability("").reading_ease(), 0);
    EXPECT_GT(readability("I like tea. You like milk.").reading_ease(),
              readability("International organisations emphasise sustainability.").reading_ease());
}

TEST(Statistics, EstimatesTheLevel) {
    const auto& lexicon = core::Lexicon::built_in();
    EXPECT_EQ(level_profile(lexicon, "I like tea. My sister has a dog and two cats.").estimate(),
              core::Level::a1);
    const auto hard = level_profile(
        lexicon,
        "The legislature's ambiguous jurisprudence precipitated unprecedented litigation.");
    EXPECT_GE(hard.estimate(), core::Level::c1);
    EXPECT_LT(hard.coverage[0], 0.5);
    EXPECT_TRUE(std::ranges::is_sorted(hard.coverage));
}

TEST(Statistics, NamesAreNotJudged) {
    const auto& lexicon = core::Lexicon::built_in();
    const auto profile = level_profile(lexicon, "I live in Wolverhampton with Bartholomew.");
    EXPECT_EQ(profile.total, 4U);
    EXPECT_EQ(profile.estimate(), core::Level::a1);
}

TEST(Statistics, VietnameseAmongItIsNotJudged) {
    const auto profile =
        level_profile(core::Lexicon::built_in(), "Chào bạn! I have a dog. Cảm ơn.");
    EXPECT_EQ(profile.total, 4U);
    EXPECT_EQ(profile.estimate(), core::Level::a1);
}

TEST(Statistics, CountsAWordOnce) {
    const auto profile = level_profile(core::Lexicon::built_in(), "Tea, tea and more tea");
    ASSERT_EQ(profile.words.size(), 3U);
    EXPECT_EQ(profile.words[0].word, "tea");
    EXPECT_EQ(profile.words[0].count, 3U);
    EXPECT_NEAR(type_token_ratio("Tea, tea and more tea"), 0.6, 1e-9);
    EXPECT_EQ(type_token_ratio(""), 0);
}

}  // namespace
}  // namespace lexi::analysis
