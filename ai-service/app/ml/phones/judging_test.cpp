// The pure parts around the phone model: errors put in, findings, the dictionary, broken weights.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ml/phones/findings.hpp"
#include "ml/phones/injection.hpp"
#include "ml/phones/lexicon.hpp"
#include "ml/phones/whisper_weights.hpp"

namespace lexi::ml {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::size_t index(std::string_view phone) { return phone_index(phone).value(); }

TEST(Injection, WithoutAnErrorWhatIsSaidIsWhatIsExpected) {
    const auto text = without_error("hˈæv ə nˈaɪs dˈeɪ.");
    EXPECT_EQ(text.ipa, "hˈæv ə nˈaɪs dˈeɪ.");
    ASSERT_EQ(text.expected.size(), 4U);
    EXPECT_THAT(text.expected[2], ElementsAre("N", "AY", "S"));
    EXPECT_EQ(text.spoken.size(), 9U);
}

TEST(Injection, OnlyAWordsLastConsonantIsLeftOut) {
    std::mt19937 random(1);
    const auto text = with_error("ðə kˈæt", ErrorKind::deletion, random);
    ASSERT_EQ(text.errors.size(), 1U);
    EXPECT_EQ(text.errors[0].kind, ErrorKind::deletion);
    EXPECT_EQ(text.ipa, "ðə kˈæ");
    EXPECT_EQ(text.errors[0].place, 4U);
    EXPECT_EQ(text.errors[0].from, "T");
    EXPECT_THAT(text.spoken, ElementsAre("DH", "AH", "K", "AE"));
}

TEST(Injection, ASchwaComesAfterAFinalConsonantOrIntoACluster) {
    std::mt19937 random(3);
    const auto text = with_error("stˈɒp", ErrorKind::insertion, random);
    EXPECT_THAT(text.ipa, testing::AnyOf("sətˈɒp", "stˈɒpə"));
    EXPECT_EQ(text.spoken.size(), 5U);
    EXPECT_EQ(text.errors.at(0).to, "AH");
}

TEST(Injection, ATextWithoutSuchAPlaceStaysRight) {
    std::mt19937 random(1);
    const auto text = with_error("ˈaɪ", ErrorKind::deletion, random);
    EXPECT_TRUE(text.errors.empty());
    EXPECT_EQ(text.ipa, "ˈaɪ");
}

TEST(Injection, ManyErrorsStandApartAndTellWhatIsSaid) {
    std::mt19937 random(1);
    const auto text = with_errors("ðə θˈɪn kˈæts ɹˈɪsk ɪts vˈæn.", 1, random);
    ASSERT_GT(text.errors.size(), 4U);
    std::vector<std::string> said;
    for (const auto& word : text.expected) said.insert(said.end(), word.begin(), word.end());
    for (std::size_t i = text.errors.size(); i-- > 0;) {
        const auto& error = text.errors[i];
        const auto before = i == 0 ? 0 : text.errors[i - 1].place + 2;
        EXPECT_GE(error.place, before);
        const auto at = said.begin() + static_cast<std::ptrdiff_t>(error.place);
        if (error.kind == ErrorKind::insertion) said.insert(at, error.to);
        if (error.kind == ErrorKind::deletion) said.erase(at);
        if (error.kind == ErrorKind::substitution) *at = error.to;
    }
    EXPECT_EQ(said, text.spoken);
}

PhoneEvidence evidence(float deletion, std::string_view other, float substitution) {
    PhoneEvidence phone;
    phone.substitution.fill(-10);
    phone.substitution[index("T")] = 0;
    phone.substitution[index(other)] = substitution;
    phone.deletion = deletion;
    return phone;
}

TEST(Findings, AnErrorIsToldFromItsThreshold) {
    const PhoneErrors told{.left_out = 0.6, .exchanged = 0.5, .followed = 0.4};
    const auto heard = [&](PhoneErrors errors) {
        return plainly_heard(evidence(-5, "D", 0.5), index("T"), errors, told);
    };
    EXPECT_EQ(heard({.left_out = 0.59, .exchanged = 0.49}), "T");
    EXPECT_EQ(heard({.left_out = 0.59, .exchanged = 0.5}), "D");
    EXPECT_EQ(heard({.left_out = 0.7, .exchanged = 0.6}), "");
    EXPECT_EQ(heard({.left_out = 0.7, .exchanged = 0.8}), "D");
    PhoneRow gap{};
    gap[index("AH")] = 2;
    EXPECT_EQ(plainly_added(gap, 0.39, told.followed), "");
    EXPECT_EQ(plainly_added(gap, 0.4, told.followed), "AH");
}

TEST(Findings, WhatMayHaveBeenSaidIsLikeliestFirstAndAddsUp) {
    const auto heard = heard_as(evidence(-5, "D", 1), index("T"));
    ASSERT_EQ(heard.size(), 2U);
    EXPECT_EQ(heard[0].phone, "D");
    EXPECT_EQ(heard[1].phone, "T");
    EXPECT_NEAR(heard[0].probability / heard[1].probability, std::exp(1), 1e-4);
}

std::string file_with(const std::string& name, const std::string& bytes) {
    const auto path = testing::TempDir() + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

TEST(Lexicon, KnowsAllWaysToSayAWordAndReadsMarksAndCase) {
    const auto lexicon =
        Lexicon::load(file_with("dict", "read R EH D\nread(2) R IY D\ndon't D OW N T\n"));
    ASSERT_TRUE(lexicon) << lexicon.error();
    EXPECT_EQ(lexicon->pronunciations("Read!").size(), 2U);
    EXPECT_THAT(lexicon->pronunciations("Don’t"),
                ElementsAre(ElementsAre(index("D"), index("OW"), index("N"), index("T"))));
    EXPECT_TRUE(lexicon->pronunciations("🙂").empty());
}

TEST(Lexicon, ABrokenFileIsNamedForWhatItIs) {
    EXPECT_EQ(Lexicon::load("/nowhere").error(), "there is no dictionary");
    EXPECT_THAT(Lexicon::load(file_with("bad", "cat K QQ T\n")).error(), HasSubstr("QQ"));
    EXPECT_EQ(Lexicon::load(file_with("empty", "")).error(), "the dictionary is empty");
}

TEST(WhisperWeights, AFileThatIsNoWholeModelIsRefusedWithoutItsPath) {
    EXPECT_EQ(WhisperWeights::read("/nowhere").error(), "there is no model file");
    const std::string magic("\x6c\x6d\x67\x67", 4);
    for (const auto& bytes : {std::string(), std::string("GGUF"), magic,
                              magic + std::string(44, '\x01'), magic + std::string(44, '\xff')}) {
        const auto read = WhisperWeights::read(file_with("weights", bytes));
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error(), "the file is no whole ggml Whisper model");
    }
}

}  // namespace
}  // namespace lexi::ml
