#include "kit/redis.hpp"

#include <drogon/drogon.h>
#include <netdb.h>

#include <memory>
#include <regex>
#include <stdexcept>

namespace lexi::redis {
namespace {

constexpr const char* kClient = "shared";
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

void connect(const std::string& url) {
    static const std::regex form(
        R"(redis://(?:([^:@/]*)(?::([^@/]*))?@)?([^:/@]+)(?::(\d+))?(?:/(\d+))?)");
    std::smatch part;
    if (!std::regex_match(url, part, form)) {
        throw std::invalid_argument("REDIS_URL must look like redis://host:6379/0");
    }
    const auto port = part[4].matched ? std::stoul(part[4].str()) : 6379UL;
    const auto number = part[5].matched ? std::stoul(part[5].str()) : 0UL;
    drogon::app().createRedisClient(numeric(part[3].str()), static_cast<unsigned short>(port),
                                    kClient, part[2].str(), 1, /*isFast=*/true, kTimeoutSeconds,
                                    static_cast<unsigned int>(number), part[1].str());
}

drogon::nosql::RedisClientPtr client() { return drogon::app().getFastRedisClient(kClient); }

std::string revoked_token_key(const std::string& jti) { return "lexi:revoked:jti:" + jti; }
std::string revoked_user_key(const Uuid& user) { return "lexi:revoked:user:" + user.str(); }

}  // namespace lexi::redis
