#pragma once
// The pair of tokens that a sign-in gives. Pure but for the random jti.
#include <chrono>
#include <string>

#include "kit/jwt.hpp"

namespace lexi {

struct TokenLives {
    std::chrono::minutes access{30};
    std::chrono::days refresh{7};
};

struct TokenPair {
    std::string access;
    std::string refresh;
    jwt::Claims access_claims;
    jwt::Claims refresh_claims;
};

/// HS256 tokens for `user`; both services open with them.
TokenPair issue_tokens(const Uuid& user, jwt::Role role, const TokenLives& lives,
                       std::string_view secret, Instant now);

}  // namespace lexi
