#include "ml/embeddings/wordpiece.hpp"

#include <gmock/gmock.h>

#include <filesystem>

namespace lexi::ml {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const WordPiece& small() {
    static const WordPiece words({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "play", "##ing", "##ed",
                                  "the", "ga", "##me", ".", "pho", "un", "##aff", "##able"});
    return words;
}

TEST(BasicTokens, LowerCaseWithoutAccentsAndPunctuationStandsAlone) {
    EXPECT_THAT(basic_tokens("  Crème BRÛLÉE, please!"),
                ElementsAre("creme", "brulee", ",", "please", "!"));
    EXPECT_THAT(basic_tokens("don't $5~"), ElementsAre("don", "'", "t", "$", "5", "~"));
}

TEST(BasicTokens, VietnameseInEitherUnicodeFormIsTheSame) {
    EXPECT_EQ(basic_tokens("ph\xE1\xBB\x9F"), basic_tokens("pho\xCC\x9B\xCC\x89"));
    EXPECT_THAT(basic_tokens("\xC4\x90\xC3\xA0"), ElementsAre("\xC4\x91"
                                                              "a"))
        << "d with a bar is no d";
}

TEST(BasicTokens, EachIdeographIsAWordAndControlsAreNothing) {
    EXPECT_THAT(basic_tokens("ab\xE4\xB8\xAD\xE6\x96\x87z"),
                ElementsAre("ab", "\xE4\xB8\xAD", "\xE6\x96\x87", "z"));
    EXPECT_THAT(basic_tokens("a\x01\xE2\x80\x8D"
                             "b\xC2\xA0"
                             "c\td"),
                ElementsAre("ab", "c", "d"));
    EXPECT_THAT(basic_tokens("\xEF\xBF\xBD \n"), IsEmpty());
}

TEST(WordPiece, TakesTheLongestPiecesFirst) {
    EXPECT_THAT(small().encode("Playing the game.", 256), ElementsAre(2, 4, 5, 7, 8, 9, 10, 3));
    EXPECT_THAT(small().encode("unaffable", 256), ElementsAre(2, 12, 13, 14, 3));
}

TEST(WordPiece, OneUnknownPieceMakesTheWordUnknown) {
    EXPECT_THAT(small().encode("playful the", 256), ElementsAre(2, 1, 7, 3));
    EXPECT_THAT(small().encode(std::string(101, 'a'), 256), ElementsAre(2, 1, 3));
    EXPECT_THAT(small().encode("", 256), ElementsAre(2, 3));
}

TEST(WordPiece, LongTextIsCutAndStillEnds) {
    EXPECT_THAT(small().encode("the the the playing", 4), ElementsAre(2, 7, 7, 3));
}

TEST(WordPiece, AVocabularyThatCannotServeIsNamed) {
    const auto none = WordPiece::load("/nowhere/vocab.txt");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error(), "there is no vocabulary file");
    EXPECT_THROW(WordPiece({"a", "b"}), std::runtime_error);
}

}  // namespace
}  // namespace lexi::ml
