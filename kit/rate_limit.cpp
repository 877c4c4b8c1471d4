#include "kit/rate_limit.hpp"

#include <algorithm>

#include "kit/redis.hpp"

namespace lexi {
namespace {

// Counted and given its end in one step, so that no counter is left without one.
constexpr const char* kCount =
    "local n = redis.call('INCR', KEYS[1]) "
    "if n == 1 then redis.call('EXPIRE', KEYS[1], 60) end return n";

struct Window {
    std::int64_t minute = 0;
    std::uint32_t left_s = 0;

    explicit Window(Instant now) {
        using namespace std::chrono;
        const auto since = duration_cast<seconds>(now.time_since_epoch()).count();
        minute = since / 60;
        left_s = static_cast<std::uint32_t>(60 - (since % 60));
    }
};

}  // namespace

RateVerdict RateLimiter::take(const std::string& key, std::uint32_t limit, Instant now) {
    const Window window(now);
    auto& shard = shards_[std::hash<std::string>{}(key) % shards_.size()];
    const std::lock_guard lock(shard.mutex);
    if (shard.minute != window.minute) {
        shard.minute = window.minute;
        shard.counts.clear();
    }
    auto& used = shard.counts[key];
    const bool allowed = used < limit;
    if (allowed) ++used;
    return {allowed, limit, limit - used, window.left_s};
}

drogon::Task<RateVerdict> RateLimiter::take_shared(std::string key, std::uint32_t limit,
                                                   Instant now) {
    if (!redis::is_connected()) co_return take(key, limit, now);
    const Window window(now);
    const auto name = "lexi:rate:" + std::to_string(window.minute) + ":" + key;
    const auto counted =
        co_await redis::ask(std::string("EVAL"), std::string(kCount), std::string("1"), name);
    if (!counted) co_return take(key, limit, now);
    const auto used = std::stoull(counted->at(0).value());
    co_return RateVerdict{used <= limit, limit,
                          static_cast<std::uint32_t>(limit - std::min<std::uint64_t>(used, limit)),
                          window.left_s};
}

}  // namespace lexi
