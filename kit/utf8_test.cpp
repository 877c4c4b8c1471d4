#include "kit/utf8.hpp"

#include <gtest/gtest.h>

#include <random>

namespace lexi::utf8 {
namespace {

TEST(Utf8, CountsUnitsOfUtf16) {
    EXPECT_EQ(utf16_length(""), 0U);
    EXPECT_EQ(utf16_length("Tôi đi"), 6U);
    EXPECT_EQ(utf16_length("a😀b"), 4U);
}

TEST(Utf8, KnowsWellFormedText) {
    EXPECT_TRUE(valid("Tiếng Việt \xF0\x9F\x98\x80"));
    for (const auto* text : {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE1\xBA", "\x80",
                             "\xE0\x80\x80", "\xF4\x90\x80\x80"}) {
        EXPECT_FALSE(valid(text)) << text;
    }
}

TEST(Utf8, CountsCodePoints) { EXPECT_EQ(length("Việt"), 4U); }

TEST(Utf8, ComposesVietnameseLetters) { EXPECT_EQ(nfc("Vie\xCC\xA3\xCC\x82t"), "Việt"); }

TEST(Utf8, MendsWhatIsBroken) {
    EXPECT_EQ(mended("a\xFF"
                     "b\x01\n"),
              "a\xEF\xBF\xBD"
              "b\n");
    EXPECT_EQ(mended("\xE1\xBA"), "\xEF\xBF\xBD");
}

// STYLE.md, pitfall 20: however the bytes are cut, the pieces are whole and sum to the text.
TEST(Utf8Gate, NeverSplitsALetterAndLosesNothing) {
    const std::string text = "Xin chào, bạn khoẻ không? \xF0\x9F\x98\x80 \xFF \xE1\xBA";
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        Gate gate;
        std::string sum;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = 1 + random() % 5;
            const auto piece = gate.push(std::string_view(text).substr(at, size));
            EXPECT_TRUE(valid(piece));
            sum += piece;
            at += size;
        }
        sum += gate.flush();
        ASSERT_EQ(sum, mended(text));
    }
}

}  // namespace
}  // namespace lexi::utf8
