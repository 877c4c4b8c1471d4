#include "kit/jwt.hpp"

#include <gtest/gtest.h>

namespace lexi::jwt {
namespace {

constexpr std::string_view kSecret = "a secret of at least thirty-two bytes!!";
const Instant kNow = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

Claims claims() {
    return {.subject = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
            .kind = Kind::access,
            .role = Role::teacher,
            .jti = "j1",
            .issued_at = kNow,
            .expires_at = kNow + std::chrono::minutes(30)};
}

Fault fault_of(const std::string& token, Kind kind = Kind::access, Instant at = kNow) {
    const auto got = verify(token, kSecret, kind, at);
    EXPECT_FALSE(got.has_value()) << token;
    return got ? Fault::internal : got.error().fault;
}

TEST(Jwt, ReadsBackWhatItSigned) {
    const auto got = verify(sign(claims(), kSecret), kSecret, Kind::access, kNow);
    ASSERT_TRUE(got.has_value());
    EXPECT_EQ(got->subject, claims().subject);
    EXPECT_EQ(got->role, Role::teacher);
    EXPECT_EQ(got->jti, "j1");
    EXPECT_EQ(got->expires_at, claims().expires_at);
}

TEST(Jwt, RefusesAnotherKey) {
    EXPECT_EQ(fault_of(sign(claims(), "another secret of thirty-two bytes....")),
              Fault::token_invalid);
}

TEST(Jwt, RefusesAlgorithmNoneWithAndWithoutASignature) {
    // {"alg":"none","typ":"JWT"} over the payload of a good token.
    const auto good = sign(claims(), kSecret);
    const auto payload = good.substr(good.find('.'), good.rfind('.') - good.find('.'));
    const std::string head = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";
    EXPECT_EQ(fault_of(head + payload + "."), Fault::token_invalid);
    EXPECT_EQ(fault_of(head + payload + good.substr(good.rfind('.'))), Fault::token_invalid);
}

TEST(Jwt, RefusesAChangedPayload) {
    auto token = sign(claims(), kSecret);
    auto& letter = token[token.find('.') + 20];
    letter = letter == 'A' ? 'B' : 'A';
    EXPECT_EQ(fault_of(token), Fault::token_invalid);
}

TEST(Jwt, RefusesARefreshTokenAsAccess) {
    auto refresh = claims();
    refresh.kind = Kind::refresh;
    EXPECT_EQ(fault_of(sign(refresh, kSecret)), Fault::token_invalid);
    EXPECT_EQ(fault_of(sign(claims(), kSecret), Kind::refresh), Fault::token_invalid);
}

TEST(Jwt, TellsAnExpiredTokenFromAForgedOne) {
    const auto token = sign(claims(), kSecret);
    EXPECT_EQ(fault_of(token, Kind::access, kNow + std::chrono::minutes(30)), Fault::token_expired);
    EXPECT_TRUE(verify(token, kSecret, Kind::access, kNow + std::chrono::minutes(29)).has_value());
}

TEST(Jwt, RefusesATokenFromTheFuture) {
    EXPECT_EQ(fault_of(sign(claims(), kSecret), Kind::access, kNow - std::chrono::hours(1)),
              Fault::token_invalid);
}

TEST(Jwt, APersonalTokenSaysItsScopesAndIsABearerTokenButNoAccessToken) {
    auto pat = claims();
    pat.kind = Kind::pat;
    pat.scopes = {Scope::read, Scope::ai};
    const auto token = sign(pat, kSecret);
    Bearers bearers{std::string(kSecret)};
    const auto got = bearers.verify(token, kNow);
    ASSERT_TRUE(got.has_value());
    EXPECT_EQ(got->scopes, pat.scopes);
    EXPECT_EQ(fault_of(token, Kind::access), Fault::token_invalid);
    EXPECT_EQ(fault_of(token, Kind::refresh), Fault::token_invalid);
    EXPECT_TRUE(bearers.verify(sign(claims(), kSecret), kNow).has_value());
}

TEST(Jwt, NoRefreshTokenIsABearerToken) {
    auto refresh = claims();
    refresh.kind = Kind::refresh;
    EXPECT_FALSE(Bearers{std::string(kSecret)}.verify(sign(refresh, kSecret), kNow).has_value());
}

TEST(Jwt, ABearerTokenThatIsRememberedStillExpires) {
    Bearers bearers{std::string(kSecret)};
    const auto good = claims();
    const auto token = sign(good, kSecret);
    for (int turn = 0; turn < 2; ++turn) {
        const auto got = bearers.verify(token, kNow);
        ASSERT_TRUE(got.has_value());
        EXPECT_EQ(got->subject, good.subject);
    }
    EXPECT_EQ(bearers.remembered(), 1U);
    EXPECT_EQ(bearers.verify(token, good.expires_at).error().fault, Fault::token_expired);
    EXPECT_FALSE(bearers.verify(sign(good, "another secret of enough length"), kNow).has_value());
}

TEST(Jwt, ForgetsBearerTokensRatherThanGrow) {
    Bearers bearers{std::string(kSecret)};
    auto one = claims();
    const auto first = sign(one, kSecret);
    ASSERT_TRUE(bearers.verify(first, kNow).has_value());
    for (std::size_t i = 0; i <= Bearers::kMostRemembered; ++i) {
        one.jti = std::to_string(i);
        ASSERT_TRUE(bearers.verify(sign(one, kSecret), kNow).has_value());
    }
    EXPECT_LE(bearers.remembered(), Bearers::kMostRemembered);
    EXPECT_TRUE(bearers.verify(first, kNow).has_value());
}

TEST(Jwt, RefusesAPersonalTokenWithoutScopesAndScopesOnAnythingElse) {
    auto pat = claims();
    pat.kind = Kind::pat;
    EXPECT_EQ(fault_of(sign(pat, kSecret), Kind::pat), Fault::token_invalid);
    auto access = claims();
    access.scopes = {Scope::write};
    EXPECT_EQ(fault_of(sign(access, kSecret)), Fault::token_invalid);
}

TEST(Jwt, RefusesGarbage) {
    for (const auto* token : {"", ".", "..", "a.b", "a.b.c", "a.b.c.d", "é.b.c", "a..c"}) {
        EXPECT_EQ(fault_of(token), Fault::token_invalid) << token;
    }
    EXPECT_EQ(fault_of(std::string(100'000, 'a')), Fault::token_invalid);
}

}  // namespace
}  // namespace lexi::jwt
