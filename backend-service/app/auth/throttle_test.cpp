#include "app/auth/throttle.hpp"

#include <gtest/gtest.h>

namespace lexi::auth {
namespace {

using namespace std::chrono_literals;

const Instant kNow = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

const Try kOwner{.account = "lan", .address = "10.0.0.1", .is_at_home = true};

Try stranger(int number) {
    return {.account = "lan", .address = "192.0.2." + std::to_string(number), .is_at_home = false};
}

TEST(Throttle, FiveTriesAreFreeAndThenEachWaitsTwiceAsLong) {
    SignInThrottle throttle(true);
    const auto counters = counters_of(kOwner);
    auto at = kNow;
    for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.take_here(counters, at), 0);
    for (const std::int64_t wait : {2, 4, 8, 16, 32}) {
        EXPECT_EQ(throttle.take_here(counters, at), wait);
        EXPECT_EQ(throttle.take_here(counters, at), wait) << "a refused try is not counted";
        at += std::chrono::seconds(wait);
        EXPECT_EQ(throttle.take_here(counters, at), 0);
    }
}

TEST(Throttle, NobodyWaitsLongerThanTenMinutes) {
    EXPECT_EQ(wait_after(4, 5), 0s);
    EXPECT_EQ(wait_after(5, 5), 2s);
    EXPECT_EQ(wait_after(50, 5), 600s);
    EXPECT_EQ(wait_after(2'000'000'000, 5), 600s);
}

TEST(Throttle, ARightTryStartsAnew) {
    SignInThrottle throttle(true);
    const auto counters = counters_of(stranger(1));
    for (int i = 0; i < 4; ++i) EXPECT_EQ(throttle.take_here(counters, kNow), 0);
    throttle.forgive_here(counters, true);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.take_here(counters, kNow), 0);
    EXPECT_GT(throttle.take_here(counters, kNow), 0);
}

TEST(Throttle, ATryThatCouldNotBeJudgedDoesNotCountButForgetsNoOther) {
    SignInThrottle throttle(true);
    const auto counters = counters_of(stranger(1));
    for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.take_here(counters, kNow), 0);
    throttle.forgive_here(counters, false);
    EXPECT_EQ(throttle.take_here(counters, kNow), 0);
    EXPECT_GT(throttle.take_here(counters, kNow), 0);
}

TEST(Throttle, ManyAddressesTogetherAreSlowedDownButNotTheOwnerAtHome) {
    SignInThrottle throttle(true);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(throttle.take_here(counters_of(stranger(i)), kNow), 0);
    }
    EXPECT_GT(throttle.take_here(counters_of(stranger(99)), kNow), 0);
    EXPECT_EQ(throttle.take_here(counters_of(kOwner), kNow), 0);
}

TEST(Throttle, AnAddressThatTriesManyAccountsIsSlowedDown) {
    SignInThrottle throttle(true);
    const auto at = [](int account) {
        return counters_of({.account = std::to_string(account), .address = "192.0.2.1"});
    };
    for (int i = 0; i < 100; ++i) EXPECT_EQ(throttle.take_here(at(i), kNow), 0);
    EXPECT_GT(throttle.take_here(at(100), kNow), 0);
    EXPECT_EQ(throttle.take_here(counters_of(kOwner), kNow), 0);
}

TEST(Throttle, ForgetsAfterHalfAnHour) {
    SignInThrottle throttle(true);
    const auto counters = counters_of(kOwner);
    for (int i = 0; i < 5; ++i) throttle.take_here(counters, kNow);
    EXPECT_EQ(throttle.take_here(counters, kNow + 1801s), 0);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(throttle.take_here(counters, kNow + 1801s), 0);
}

}  // namespace
}  // namespace lexi::auth
