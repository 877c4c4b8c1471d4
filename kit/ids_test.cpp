#include "kit/ids.hpp"

#include <gtest/gtest.h>

namespace lexi {
namespace {

TEST(Uuid, ReadsBothLetterCasesAndNothingElse) {
    EXPECT_EQ(Uuid::parse("6BA7B810-9dad-11d1-80b4-00c04fd430c8")->str(),
              "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    for (const auto* text :
         {"", "6ba7b8109dad11d180b400c04fd430c8aaaa", "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
          "6ba7b810-9dad-11d1-80b4-00c04fd430c8 "}) {
        EXPECT_FALSE(Uuid::parse(text).has_value()) << text;
    }
}

TEST(Uuid, NamesAsPublishedExamplesDo) {
    // RFC 9562, appendix A.4: www.example.com in the DNS name space.
    const auto dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    EXPECT_EQ(Uuid::named(dns, "www.example.com").str(), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST(Uuid, RandomOnesDifferAndAreVersionFour) {
    const auto a = Uuid::random();
    EXPECT_NE(a, Uuid::random());
    EXPECT_EQ(a.str()[14], '4');
}

TEST(Digest, IsSha256) {
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(RandomToken, HasTheAskedEntropyAndIsUrlSafe) {
    const auto token = random_token(32);
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
}

}  // namespace
}  // namespace lexi
