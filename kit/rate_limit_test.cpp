#include "kit/rate_limit.hpp"

#include <gtest/gtest.h>

namespace lexi {
namespace {

const Instant kMinute = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

TEST(RateLimiter, AllowsTheLimitAndThenNoMoreUntilTheNextMinute) {
    RateLimiter limiter;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limiter.take("a", 3, kMinute).allowed);
    const auto refused = limiter.take("a", 3, kMinute + std::chrono::seconds(45));
    EXPECT_FALSE(refused.allowed);
    EXPECT_EQ(refused.remaining, 0U);
    EXPECT_EQ(refused.reset_s, 15U);
    EXPECT_TRUE(limiter.take("b", 3, kMinute).allowed);
    EXPECT_TRUE(limiter.take("a", 3, kMinute + std::chrono::seconds(60)).allowed);
}

}  // namespace
}  // namespace lexi
