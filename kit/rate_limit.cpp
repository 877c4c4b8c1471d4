#include "kit/rate_limit.hpp"

namespace lexi {

RateVerdict RateLimiter::take(const std::string& key, std::uint32_t limit, Instant now) {
    using namespace std::chrono;
    const auto minute = duration_cast<minutes>(now.time_since_epoch()).count();
    const auto into = duration_cast<seconds>(now.time_since_epoch()).count() % 60;
    auto& shard = shards_[std::hash<std::string>{}(key) % shards_.size()];
    const std::lock_guard lock(shard.mutex);
    if (shard.minute != minute) {
        shard.minute = minute;
        shard.counts.clear();
    }
    auto& used = shard.counts[key];
    const bool allowed = used < limit;
    if (allowed) ++used;
    return {allowed, limit, limit - used, static_cast<std::uint32_t>(60 - into)};
}

}  // namespace lexi
