#include "app/core/tokens.hpp"

namespace lexi {
namespace {

jwt::Claims claims(const Uuid& user, jwt::Kind kind, jwt::Role role, Instant now,
                   std::chrono::seconds life) {
    // JWT times are whole seconds; rounding here keeps the claims equal to what the token says.
    const Instant issued = std::chrono::floor<std::chrono::seconds>(now);
    return {.subject = user,
            .kind = kind,
            .role = role,
            .jti = Uuid::random().str(),
            .issued_at = issued,
            .expires_at = issued + life};
}

}  // namespace

TokenPair issue_tokens(const Uuid& user, jwt::Role role, const TokenLives& lives,
                       std::string_view secret, Instant now) {
    TokenPair pair;
    pair.access_claims = claims(user, jwt::Kind::access, role, now, lives.access);
    pair.refresh_claims = claims(user, jwt::Kind::refresh, role, now, lives.refresh);
    pair.access = jwt::sign(pair.access_claims, secret);
    pair.refresh = jwt::sign(pair.refresh_claims, secret);
    return pair;
}

}  // namespace lexi
