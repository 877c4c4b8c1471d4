#include "app/core/revocation.hpp"

#include <drogon/nosql/RedisClient.h>
#include <netdb.h>

#include <memory>
#include <regex>

#include "core_sql.hpp"
#include "kit/log.hpp"

namespace lexi {
namespace {

constexpr const char* kClient = "revocation";
constexpr double kRedisTimeout = 0.5;  // seconds

// Drogon's client wants a numeric address.
std::string resolved(const std::string& host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return "127.0.0.1";
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> list(found, freeaddrinfo);
    char text[NI_MAXHOST] = {};
    getnameinfo(list->ai_addr, list->ai_addrlen, text, sizeof(text), nullptr, 0, NI_NUMERICHOST);
    return text;
}

std::int64_t seconds(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

}  // namespace

Revocation::Revocation(Database& db, std::string redis_url, std::chrono::seconds access_life)
    : db_(db), redis_url_(std::move(redis_url)), access_life_(access_life) {}

void Revocation::connect() {
    if (redis_url_.empty()) return;
    static const std::regex form(
        R"(redis://(?:([^:@/]*)(?::([^@/]*))?@)?([^:/@]+)(?::(\d+))?(?:/(\d+))?)");
    std::smatch part;
    if (!std::regex_match(redis_url_, part, form)) {
        throw std::invalid_argument("REDIS_URL must look like redis://host:6379/0");
    }
    const auto port = part[4].matched ? std::stoul(part[4].str()) : 6379UL;
    const auto number = part[5].matched ? std::stoul(part[5].str()) : 0UL;
    drogon::app().createRedisClient(resolved(part[3].str()), static_cast<unsigned short>(port),
                                    kClient, part[2].str(), 1, /*isFast=*/true, kRedisTimeout,
                                    static_cast<unsigned int>(number), part[1].str());
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
    return set("lexi:revoked:jti:" + claims.jti, "1", life);
}

Task<void> Revocation::publish_user(Uuid user, Instant from) {
    return set("lexi:revoked:user:" + user.str(), std::to_string(seconds(from)), access_life_);
}

Task<void> Revocation::set(std::string key, std::string value, std::chrono::seconds life) {
    if (redis_url_.empty() || life.count() <= 0) co_return;
    try {
        auto client = drogon::app().getFastRedisClient(kClient);
        const auto expiry = std::to_string(life.count());
        co_await client->execCommandCoro("SET %b %b EX %b", key.data(), key.size(), value.data(),
                                         value.size(), expiry.data(), expiry.size());
    } catch (const std::exception& away) {
        log::warn("redis.away", {{"why", std::string_view(away.what())}});
    }
}

}  // namespace lexi
