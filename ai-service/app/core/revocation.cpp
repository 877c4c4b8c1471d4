#include "core/revocation.hpp"

#include <charconv>
#include <chrono>

#include "kit/redis.hpp"

namespace lexi::core {
Revocation::Revocation(const std::string& redis_url) { redis::connect(redis_url); }

Task<bool> Revocation::is_revoked(jwt::Claims claims) {
    const auto found =
        co_await redis::ask(std::string("MGET"), redis::revoked_token_key(claims.jti),
                            redis::revoked_user_key(claims.subject));
    if (!found || found->size() != 2) co_return false;
    if (found->at(0)) co_return true;
    const auto& since = found->at(1);
    // Personal tokens end one by one, never with the sessions.
    if (!since || claims.kind == jwt::Kind::pat) co_return false;
    std::int64_t seconds = 0;
    std::from_chars(since->data(), since->data() + since->size(), seconds);
    co_return claims.issued_at < Instant{std::chrono::seconds{seconds}};
}

}  // namespace lexi::core
