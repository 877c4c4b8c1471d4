#include "ml/piper/utterance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

using spoken::Tongue;

std::string ipa(std::string_view text, Tongue request, Tongue voice) {
    std::string found;
    for (const auto& part : cut(spoken::phrases_of(text, request), false)) {
        found += (found.empty() ? "" : " | ") + utterance_of(part, voice)->ipa();
    }
    return found;
}

// The sounds of each word, without blanks.
std::vector<std::string> by_word(std::string_view text, Tongue tongue) {
    const auto said = utterance_of(spoken::phrases_of(text, tongue), tongue);
    std::vector<std::string> words(said->words.size());
    for (const auto& sound : said->sounds) {
        if (sound.word != Sound::kNoWord) words[sound.word] += sound.ipa;
    }
    return words;
}

TEST(Utterance, IsASentenceWithItsMarks) {
    EXPECT_EQ(ipa("Hello, world. Really?", Tongue::english, Tongue::english),
              "həlˈoʊ, wˈɜːld. | ɹˈiəli?");
}

TEST(Utterance, FiguresAreSpoken) {
    EXPECT_EQ(ipa("It costs $5.", Tongue::english, Tongue::english),
              ipa("It costs five dollars.", Tongue::english, Tongue::english));
    EXPECT_EQ(ipa("5 a.m.", Tongue::english, Tongue::english), "fˈaɪv ˈeɪ ˈɛm.");
}

TEST(Utterance, WordsThatRunTogetherStillHaveTheirOwnSounds) {
    EXPECT_THAT(
        by_word("He works in the hospital of the city.", Tongue::english),
        testing::ElementsAre("hiː", "wˈɜːks", "ɪn", "ðə", "hˈɑːspɪɾəl", "ʌv", "ðə", "sˈɪɾi"));
}

TEST(Utterance, AWordOfManyWordsIsOne) {
    EXPECT_THAT(by_word("Pay $20 now.", Tongue::english),
                testing::ElementsAre("pˈeɪ", "twˈɛntidˈɑːlɚz", "nˈaʊ"));
}

TEST(Utterance, GivenPhonemesAreTakenAsTheyAre) {
    EXPECT_EQ(ipa("Say [[θˈɪŋk]].", Tongue::english, Tongue::english), "sˈeɪ θˈɪŋk.");
    const auto said =
        utterance_of(spoken::phrases_of("[[tiː]]!", Tongue::english), Tongue::english);
    ASSERT_EQ(said->sounds.size(), 3U);
    EXPECT_EQ(said->sounds[1].ipa, "iː");
}

TEST(Utterance, VietnameseHasItsTonesAndEnglishWordsInItAreEnglish) {
    EXPECT_EQ(ipa("Tôi thích phở.", Tongue::vietnamese, Tongue::vietnamese), "t̪ˈoj tˈiɜc fˈəː4.");
    EXPECT_THAT(by_word("Tôi học breakfast.", Tongue::vietnamese),
                testing::ElementsAre("t̪ˈoj", "hˈɔ6k", "brˈɛkfəst"));
}

TEST(Utterance, AVietnameseNameInEnglishHasNoTones) {
    const auto said = ipa("We ate phở.", Tongue::english, Tongue::english);
    EXPECT_EQ(said.find_first_of("0123456789"), std::string::npos) << said;
    EXPECT_THAT(said, testing::HasSubstr("f"));
}

TEST(Cut, TheFirstPieceIsShortOnlyWhereItIsWantedSoon) {
    const std::string_view text =
        "My older brother works in a very big hospital because he likes to help sick people, and "
        "he goes there by bus. It is far.";
    const auto whole = cut(spoken::phrases_of(text, Tongue::english), false);
    ASSERT_EQ(whole.size(), 2U);
    const auto quick = cut(spoken::phrases_of(text, Tongue::english), true);
    ASSERT_EQ(quick.size(), 3U);
    EXPECT_EQ(spoken::said_text(quick[0]), "My older brother works,");
    EXPECT_EQ(spoken::said_text(quick[2]), "It is far.");
}

}  // namespace
}  // namespace lexi::ml
