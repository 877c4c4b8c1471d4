#include "app/core/passwords.hpp"

#include <crypt.h>
#include <gtest/gtest.h>

namespace lexi {
namespace {

TEST(Passwords, AFreshHashMatchesItsPasswordAndNoOther) {
    const auto hash = hash_password("mật khẩu dài 123");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(check_password("mật khẩu dài 123", hash).matches);
    EXPECT_FALSE(check_password("mật khẩu dài 123", hash).outdated);
    EXPECT_FALSE(check_password("mật khẩu dài 124", hash).matches);
    EXPECT_FALSE(check_password("", hash).matches);
}

TEST(Passwords, TheSamePasswordHashesDifferentlyEachTime) {
    EXPECT_NE(hash_password("same password"), hash_password("same password"));
}

TEST(Passwords, BcryptHashesAreAcceptedAndOutdated) {
    crypt_data scratch{};
    const std::string stored = crypt_r("correct horse", "$2b$04$abcdefghijklmnopqrstuu", &scratch);
    ASSERT_EQ(stored.size(), 60U);
    EXPECT_TRUE(check_password("correct horse", stored).matches);
    EXPECT_TRUE(check_password("correct horse", stored).outdated);
    EXPECT_FALSE(check_password("wrong horse", stored).matches);
}

TEST(Passwords, CheaperArgon2IsOutdated) {
    const auto verdict =
        check_password("x", "$argon2id$v=19$m=4096,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AA");
    EXPECT_FALSE(verdict.matches);
    EXPECT_TRUE(verdict.outdated);
}

TEST(Passwords, WhatIsNoHashNeverMatches) {
    for (const char* stored : {"", "plain", "$1$abc$def", "$2b$", "$argon2id$nonsense", "*"}) {
        EXPECT_FALSE(check_password("plain", stored).matches) << stored;
        EXPECT_FALSE(check_password("", stored).matches) << stored;
    }
}

}  // namespace
}  // namespace lexi
