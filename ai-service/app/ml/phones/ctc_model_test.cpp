#include "ml/phones/ctc_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ml/phones/likelihood.hpp"

namespace lexi::ml {
namespace {

using testing::HasSubstr;

std::map<std::string, std::size_t> arpabet() {
    std::map<std::string, std::size_t> vocabulary{{"<pad>", 0}};
    for (const auto phone : kPhones) vocabulary.emplace(std::string(phone), vocabulary.size());
    return vocabulary;
}

TEST(CtcModel, SymbolsAreArpabetOrIpaOfOnePhone) {
    auto vocabulary = arpabet();
    const auto next = vocabulary.size();
    vocabulary["θ"] = next;
    vocabulary["tʃ"] = next + 1;
    vocabulary["|"] = next + 2;
    vocabulary["aɪɚ"] = next + 3;
    vocabulary["ih"] = next + 4;
    const auto symbols = symbols_of(vocabulary);
    ASSERT_TRUE(symbols);
    EXPECT_EQ(symbols->at(0), kBlank);
    EXPECT_EQ(symbols->at(1), 0U);
    EXPECT_EQ(symbols->at(next), *phone_index("TH"));
    EXPECT_EQ(symbols->at(next + 1), *phone_index("CH"));
    EXPECT_EQ(symbols->at(next + 2), kBlank);
    EXPECT_EQ(symbols->at(next + 3), kBlank) << "two phones";
    EXPECT_EQ(symbols->at(next + 4), *phone_index("IH"));
}

TEST(CtcModel, AVocabularyOfLettersIsRefusedByWhatItLacks) {
    const auto symbols = symbols_of({{"<pad>", 0}, {"a", 1}, {"b", 2}, {"t", 3}});
    ASSERT_FALSE(symbols);
    EXPECT_THAT(symbols.error(), HasSubstr(" TH"));
    EXPECT_FALSE(symbols_of({{"a", 1'000'000}}));
}

TEST(Likelihood, APhoneThatAnotherExplainsBetterLosesItsScoreAndItsNeighboursDoNot) {
    CtcEvidence evidence{.phones = std::vector<PhoneEvidence>(3)};
    for (auto& phone : evidence.phones) {
        phone.substitution.fill(-10);
        phone.insertion_before.fill(-10);
        phone.deletion = -10;
    }
    evidence.insertion_last.fill(-10);
    const auto right = likelihood_scores({{.text = "tin", .phones = {30, 16, 22}}}, evidence);
    EXPECT_GT(right.overall, 99);
    evidence.phones[0].substitution[31] = 15;
    evidence.insertion_last[2] = 8;
    const auto wrong = likelihood_scores({{.text = "tin", .phones = {30, 16, 22}}}, evidence);
    EXPECT_LT(wrong.phones[0], 20);
    EXPECT_EQ(wrong.phones[1], right.phones[1]);
    EXPECT_GT(wrong.errors[0].exchanged, kToldByLikelihood.exchanged);
    EXPECT_LT(wrong.errors[0].left_out, kToldByLikelihood.left_out);
    EXPECT_GT(wrong.errors[2].followed, kToldByLikelihood.followed);
    EXPECT_LT(wrong.words[0], right.words[0]);
}

}  // namespace
}  // namespace lexi::ml
