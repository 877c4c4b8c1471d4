#include "kit/redis.hpp"

#include <drogon/drogon.h>
#include <netdb.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <regex>
#include <stdexcept>

#include "kit/log.hpp"

namespace lexi::redis {
namespace {

constexpr const char* kClient = "shared";
constexpr double kTimeoutSeconds = 0.5;
constexpr std::chrono::seconds kRest{1};  // after a failure

using Steady = std::chrono::steady_clock;

std::atomic<bool> connected = false;
std::atomic<Steady::duration> resting_until{Steady::duration::zero()};

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
    connected = true;
}

bool is_connected() { return connected; }

namespace detail {

bool may_ask() { return Steady::now().time_since_epoch() >= resting_until.load(); }

void away(const std::exception& why) {
    resting_until = Steady::now().time_since_epoch() + kRest;
    log::warn("redis.away", {{"why", std::string_view(why.what())}});
}

Words words_of(const drogon::nosql::RedisResult& result) {
    using Type = drogon::nosql::RedisResultType;
    const auto one = [](const drogon::nosql::RedisResult& r) -> std::optional<std::string> {
        if (r.isNil()) return std::nullopt;
        return r.type() == Type::kInteger ? std::to_string(r.asInteger()) : r.asString();
    };
    if (result.type() != Type::kArray) return {one(result)};
    Words words;
    for (const auto& element : result.asArray()) words.push_back(one(element));
    return words;
}

}  // namespace detail

drogon::nosql::RedisClientPtr client() { return drogon::app().getFastRedisClient(kClient); }

std::string revoked_token_key(const std::string& jti) { return "lexi:revoked:jti:" + jti; }
std::string revoked_user_key(const Uuid& user) { return "lexi:revoked:user:" + user.str(); }

}  // namespace lexi::redis
