#include "ml/grammar/checker.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "ml/grammar/matches.hpp"

namespace lexi::ml::grammar {
namespace {

Grammar& grammar() {
    static const auto engine = make_grammar({});
    while (engine->status().state == "loading") {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return *engine;
}

Report check(std::string_view text) { return grammar().check(text, {}).value(); }

TEST(Grammar, SpansAreExactInBytesAndUtf16) {
    const std::string text = "Huế 😀 is nice, but she have a orange.";
    const auto found = check(text);
    ASSERT_FALSE(found.matches.empty());
    const auto& last = found.matches.back();
    EXPECT_EQ(text.substr(last.bytes.offset, last.bytes.length), "a");
    EXPECT_EQ(last.utf16.offset, 29U);  // the face counts twice, ế once
    EXPECT_EQ(last.utf16.length, 1U);
    EXPECT_TRUE(found.corrected_text.ends_with("an orange."));
}

TEST(Grammar, LeavesNamesAndVietnameseAlone) {
    for (const std::string text :
         {"Minh lives in Huế.", "Trang và Lan are friends.", "NASA sent it."}) {
        EXPECT_EQ(check(text).corrected_text, text);
    }
}

TEST(Grammar, TheUsualWordIsMeantByAMisspeltOne) {
    EXPECT_EQ(check("I recieved a beautifull letter.").corrected_text,
              "I received a beautiful letter.");
}

TEST(Grammar, ExplainsInVietnamese) {
    for (const auto& match : check("He have a apple and i dont no him.").matches) {
        EXPECT_FALSE(match.message_vi.empty()) << match.rule;
        EXPECT_FALSE(match.type.empty()) << match.rule;
    }
}

TEST(Grammar, AnEmptyTextHasNothing) {
    EXPECT_TRUE(check("").matches.empty());
    EXPECT_TRUE(check("\n\n").matches.empty());
}

TEST(Grammar, RefusesWhatIsTooLong) {
    const auto refused = grammar().check(std::string(kMaxBytes + 1, 'a'), {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().fault, Fault::too_large);
}

TEST(Grammar, ManyThreadsGetTheSameAnswer) {
    const std::string text = "She buy a orange yesterday.";
    const auto expected = check(text).corrected_text;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 5; ++n) EXPECT_EQ(check(text).corrected_text, expected);
        });
    }
}

TEST(Report, OfOverlappingMatchesTheFirstInRankStays) {
    const auto made = report(
        "one two", {{.bytes = {.offset = 4, .length = 3}, .rule = "A", .replacements = {"three"}},
                    {.bytes = {.offset = 0, .length = 7}, .rule = "B", .replacements = {"x"}}});
    ASSERT_EQ(made.matches.size(), 1U);
    EXPECT_EQ(made.corrected_text, "one three");
}

}  // namespace
}  // namespace lexi::ml::grammar
