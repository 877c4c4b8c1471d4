#pragma once
// Fixed windows of one minute, in the process. (Behind several processes the true limit is theirs
// together; docs/operations.md says how to put one in front.)
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
    RateVerdict take(const std::string& key, std::uint32_t limit, Instant now);

private:
    struct Shard {
        std::mutex mutex;
        std::int64_t minute = 0;
        std::unordered_map<std::string, std::uint32_t> counts;
    };
    std::array<Shard, 16> shards_;
};

}  // namespace lexi
