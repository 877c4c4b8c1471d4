#include "chat/corrections.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

using ml::grammar::Match;
using ml::grammar::Severity;

Match match(std::size_t offset, std::size_t length, std::string category,
            Severity severity = Severity::error) {
    return {.bytes = {offset, length},
            .utf16 = {offset, length},
            .rule = "R",
            .category = std::move(category),
            .type = "R:OTHER",
            .message = "because",
            .message_vi = "vì",
            .replacements = {"right"},
            .severity = severity};
}

TEST(Corrections, TellWhatAndWhereAndHintFirst) {
    const auto found = corrections("She have a dog.", {match(4, 4, "agreement")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].original, "have");
    EXPECT_EQ(found[0].corrected, "right");
    EXPECT_EQ(found[0].span.start, 4);
    EXPECT_EQ(found[0].span.end, 8);
    EXPECT_EQ(found[0].error_type, "agreement");
    EXPECT_EQ(found[0].explanation_vi, "vì");
    EXPECT_FALSE(found[0].hint.empty());
    EXPECT_FALSE(found[0].hint_vi.empty());
}

TEST(Corrections, AreAtMostTwoAndSpellingWaits) {
    const auto found =
        corrections("aaaa bbbb cccc dddd", {match(0, 4, "spelling"), match(5, 4, "tense"),
                                            match(10, 4, "articles"), match(15, 4, "nouns")});
    ASSERT_EQ(found.size(), kMaxCorrections);
    EXPECT_EQ(found[0].original, "bbbb");
    EXPECT_EQ(found[1].original, "cccc");
}

TEST(Corrections, StayInTheOrderOfTheMessage) {
    const auto found = corrections("aaaa bbbb", {match(0, 4, "spelling"), match(5, 4, "tense")});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].original, "aaaa");
}

TEST(Corrections, SuggestionsAreNone) {
    EXPECT_TRUE(corrections("aaaa", {match(0, 4, "word_choice", Severity::suggestion)}).empty());
    EXPECT_TRUE(corrections("aaaa", {}).empty());
}

}  // namespace
}  // namespace lexi::chat
