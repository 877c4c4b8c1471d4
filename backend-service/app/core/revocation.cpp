#include "app/core/revocation.hpp"

#include "core_sql.hpp"
#include "kit/log.hpp"
#include "kit/redis.hpp"

namespace lexi {
namespace {

std::int64_t seconds(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

}  // namespace

Revocation::Revocation(Database& db, std::string redis_url, std::chrono::seconds access_life)
    : db_(db), redis_url_(std::move(redis_url)), access_life_(access_life) {}

void Revocation::connect() {
    if (!redis_url_.empty()) redis::connect(redis_url_);
}

Task<bool> Revocation::is_revoked(jwt::Claims claims) {
    std::vector<Param> params = {claims.subject, claims.jti, claims.issued_at};
    const auto rows = co_await db_.ask(core::sql::is_revoked, std::move(params));
    co_return rows&& column::flag((*rows)[0], "revoked");
}

Task<Rows> Revocation::revoke_token(UnitOfWork& work, jwt::Claims claims) {
    return work.run(core::sql::revoke_token, claims.subject, claims.jti, claims.expires_at);
}

Task<Rows> Revocation::revoke_user(UnitOfWork& work, Uuid user, Instant from) {
    return work.run(core::sql::revoke_user, user, from, from + access_life_);
}

Task<void> Revocation::publish_token(jwt::Claims claims, Instant now) {
    const auto life = std::chrono::ceil<std::chrono::seconds>(claims.expires_at - now);
    return set(redis::revoked_token_key(claims.jti), "1", life);
}

Task<void> Revocation::publish_user(Uuid user, Instant from) {
    return set(redis::revoked_user_key(user), std::to_string(seconds(from)), access_life_);
}

Task<void> Revocation::set(std::string key, std::string value, std::chrono::seconds life) {
    if (redis_url_.empty() || life.count() <= 0) co_return;
    try {
        auto client = redis::client();
        const auto expiry = std::to_string(life.count());
        co_await client->execCommandCoro("SET %b %b EX %b", key.data(), key.size(), value.data(),
                                         value.size(), expiry.data(), expiry.size());
    } catch (const std::exception& away) {
        log::warn("redis.away", {{"why", std::string_view(away.what())}});
    }
}

}  // namespace lexi
