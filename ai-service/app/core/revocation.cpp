#include "core/revocation.hpp"

#include <drogon/drogon.h>
#include <drogon/nosql/RedisClient.h>
#include <netdb.h>

#include <memory>
#include <regex>
#include <stdexcept>

#include "kit/log.hpp"

namespace lexi::core {
namespace {

constexpr const char* kClient = "revocation";
constexpr double kTimeoutSeconds = 0.5;

// Drogon's client wants a numeric address.
std::string numeric(const std::string& host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return "127.0.0.1";
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> list(found, freeaddrinfo);
    char text[NI_MAXHOST] = {};
    getnameinfo(list->ai_addr, list->ai_addrlen, text, sizeof(text), nullptr, 0, NI_NUMERICHOST);
    return text;
}

}  // namespace

Revocation::Revocation(const std::string& redis_url) {
    static const std::regex form(
        R"(redis://(?:([^:@/]*)(?::([^@/]*))?@)?([^:/@]+)(?::(\d+))?(?:/(\d+))?)");
    std::smatch part;
    if (!std::regex_match(redis_url, part, form)) {
        throw std::invalid_argument("REDIS_URL must look like redis://host:6379/0");
    }
    const auto port = part[4].matched ? std::stoul(part[4].str()) : 6379UL;
    const auto number = part[5].matched ? std::stoul(part[5].str()) : 0UL;
    drogon::app().createRedisClient(numeric(part[3].str()), static_cast<unsigned short>(port),
                                    kClient, part[2].str(), 1, /*isFast=*/true, kTimeoutSeconds,
                                    static_cast<unsigned int>(number), part[1].str());
}

Task<bool> Revocation::is_revoked(jwt::Claims claims) {
    try {
        auto client = drogon::app().getFastRedisClient(kClient);
        // The strings must outlive the wait (STYLE.md, part 4: Redis).
        const std::string token = "lexi:revoked:jti:" + claims.jti;
        const std::string user = "lexi:revoked:user:" + claims.subject.str();
        const auto found = co_await client->execCommandCoro("MGET %b %b", token.data(),
                                                            token.size(), user.data(), user.size());
        const auto values = found.asArray();
        if (values.size() != 2) co_return false;
        if (!values[0].isNil()) co_return true;
        if (values[1].isNil()) co_return false;
        const std::chrono::seconds from{std::stoll(values[1].asString())};
        co_return claims.issued_at < Instant{from};
    } catch (const std::exception& away) {
        log::warn("redis.away", {{"why", std::string_view(away.what())}});
        co_return false;
    }
}

}  // namespace lexi::core
