#include "app/core/token_memory.hpp"

#include <gtest/gtest.h>

namespace lexi {
namespace {

using Word = TokenMemory::Word;
using namespace std::chrono_literals;

const Instant kNow = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

jwt::Claims token(Instant issued = kNow - 10s) {
    return {.subject = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
            .jti = Uuid::random().str(),
            .issued_at = issued,
            .expires_at = issued + 30min,
            .scopes = {}};
}

TEST(TokenMemory, KnowsNothingOfATokenAtFirst) {
    TokenMemory memory;
    EXPECT_EQ(memory.recall(token(), kNow), Word::unknown);
}

TEST(TokenMemory, RemembersAGoodTokenForAMomentOnly) {
    TokenMemory memory;
    const auto mine = token();
    memory.found_good(mine, kNow);
    EXPECT_EQ(memory.recall(mine, kNow + 1s), Word::good);
    EXPECT_EQ(memory.recall(mine, kNow + 2s), Word::unknown);
}

TEST(TokenMemory, ARefusalHoldsAgainstALookUpThatWasUnderWay) {
    TokenMemory memory;
    const auto mine = token();
    memory.found_good(mine, kNow);
    memory.refuse_token(mine.jti, kNow);
    memory.found_good(mine, kNow);  // asked before, answered after
    for (const auto later : {0s, 1s, 59s, 61s}) {
        EXPECT_EQ(memory.recall(mine, kNow + later), Word::refused) << later;
    }
}

TEST(TokenMemory, RefusesWhatAUserHadBeforeButNotWhatCameAfterNorPersonalTokens) {
    TokenMemory memory;
    memory.refuse_user(token().subject, kNow, kNow);
    EXPECT_EQ(memory.recall(token(kNow - 1s), kNow), Word::refused);
    EXPECT_EQ(memory.recall(token(kNow), kNow), Word::unknown);
    auto personal = token(kNow - 1s);
    personal.kind = jwt::Kind::pat;
    EXPECT_EQ(memory.recall(personal, kNow), Word::unknown);
}

}  // namespace
}  // namespace lexi
