#include "core/revocation.hpp"

#include "kit/log.hpp"
#include "kit/redis.hpp"

namespace lexi::core {
Revocation::Revocation(const std::string& redis_url) { redis::connect(redis_url); }

Task<bool> Revocation::is_revoked(jwt::Claims claims) {
    try {
        auto client = redis::client();
        // The strings must outlive the wait (STYLE.md, part 4: Redis).
        const std::string token = redis::revoked_token_key(claims.jti);
        const std::string user = redis::revoked_user_key(claims.subject);
        const auto found = co_await client->execCommandCoro("MGET %b %b", token.data(),
                                                            token.size(), user.data(), user.size());
        const auto values = found.asArray();
        if (values.size() != 2) co_return false;
        if (!values[0].isNil()) co_return true;
        // Personal tokens end one by one, never with the sessions.
        if (values[1].isNil() || claims.kind == jwt::Kind::pat) co_return false;
        const std::chrono::seconds from{std::stoll(values[1].asString())};
        co_return claims.issued_at < Instant{from};
    } catch (const std::exception& away) {
        log::warn("redis.away", {{"why", std::string_view(away.what())}});
        co_return false;
    }
}

}  // namespace lexi::core
