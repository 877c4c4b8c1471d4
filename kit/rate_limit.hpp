#pragma once
// Fixed windows of one minute: in the Redis that processes share, where there is one (kit/redis),
// and in this process otherwise, also while that Redis is away.
#include <drogon/utils/coroutine.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "kit/clock.hpp"

namespace lexi {

struct RateVerdict {
    bool allowed = true;
    std::uint32_t limit = 0;
    std::uint32_t remaining = 0;
    std::uint32_t reset_s = 0;  // seconds until the window ends
};

/// Any thread. Memory is bounded: a shard forgets its windows when a new minute begins.
class RateLimiter {
public:
    /// In this process alone.
    RateVerdict take(const std::string& key, std::uint32_t limit, Instant now);
    /// Together with every process that shares the Redis; on an event loop.
    drogon::Task<RateVerdict> take_shared(std::string key, std::uint32_t limit, Instant now);

private:
    struct Shard {
        std::mutex mutex;
        std::int64_t minute = 0;
        std::unordered_map<std::string, std::uint32_t> counts;
    };
    std::array<Shard, 16> shards_;
};

}  // namespace lexi
