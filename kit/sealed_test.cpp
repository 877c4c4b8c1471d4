#include "kit/sealed.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace lexi::sealed {
namespace {

constexpr std::string_view kSecret = "a secret that is long enough for this test";
constexpr Instant kNow{std::chrono::seconds{1'800'000'000}};
constexpr Instant kLater = kNow + std::chrono::hours{1};

TEST(Sealed, TheTextComesBackToItsHolderInTime) {
    for (const std::string text : {"", "x", "Đây là một câu.", "Good morning. How are you?"}) {
        const auto token = seal(text, "learner", kLater, kSecret);
        EXPECT_EQ(open(token, "learner", kSecret, kNow).value(), text);
        EXPECT_FALSE(token.contains("morning"));
    }
}

TEST(Sealed, NobodyElseAndNoLaterTime) {
    const auto token = seal("Hello", "learner", kLater, kSecret);
    EXPECT_FALSE(open(token, "another", kSecret, kNow));
    EXPECT_FALSE(open(token, "learner", "another secret", kNow));
    EXPECT_FALSE(open(token, "learner", kSecret, kLater));
}

TEST(Sealed, AChangedTokenIsRefused) {
    const auto token = seal("Hello, how are you?", "learner", kLater, kSecret);
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto other = token;
        other[i] = other[i] == 'A' ? 'B' : 'A';
        const auto opened = open(other, "learner", kSecret, kNow);
        // The last letter may hold bits that mean nothing.
        EXPECT_TRUE(!opened || (i + 1 == token.size() && *opened == "Hello, how are you?"));
    }
    const std::vector<std::string> broken = {"", "x", "AAAA", "not base64!", "====", token + "A"};
    for (const auto& bad : broken) {
        EXPECT_FALSE(open(bad, "learner", kSecret, kNow)) << bad;
    }
    EXPECT_FALSE(open(token.substr(0, 40), "learner", kSecret, kNow));
}

TEST(Sealed, TheSameIsSealedAlikeAndAnotherOtherwise) {
    const auto token = seal("Hello", "learner", kLater, kSecret);
    EXPECT_EQ(seal("Hello", "learner", kLater, kSecret), token);
    EXPECT_NE(seal("Hello", "another", kLater, kSecret), token);
    EXPECT_NE(seal("Hello", "learner", kLater + std::chrono::seconds{1}, kSecret).substr(0, 16),
              token.substr(0, 16));
    EXPECT_NE(seal("Hullo", "learner", kLater, kSecret).substr(0, 16), token.substr(0, 16));
}

}  // namespace
}  // namespace lexi::sealed
