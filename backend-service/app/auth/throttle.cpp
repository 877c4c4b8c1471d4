#include "app/auth/throttle.hpp"

#include <algorithm>
#include <format>

#include "kit/redis.hpp"

namespace lexi::auth {
namespace {

using std::chrono::seconds;

constexpr int kFreeHere = 5;         // tries of an account from one address
constexpr int kFreeElsewhere = 20;   // of an account from addresses unknown to it
constexpr int kFreeOfAddress = 100;  // of an address: a whole school may be behind it
constexpr seconds kLongest{600};
constexpr seconds kForgotten{1800};  // after the last try
constexpr std::size_t kMost = 100'000;

// The same rule as take_here(), for all processes at once. ARGV: now, the longest wait, when to
// forget, then the free number of each key.
constexpr const char* kTake =
    "local wait = 0 "
    "for i, key in ipairs(KEYS) do "
    "  local n = tonumber(redis.call('HGET', key, 'n') or '0') "
    "  local over = n - tonumber(ARGV[i + 3]) "
    "  if over >= 0 then "
    "    local due = tonumber(redis.call('HGET', key, 't')) + math.min(2 ^ (over + 1), ARGV[2]) - "
    "ARGV[1] "
    "    if due > wait then wait = due end "
    "  end "
    "end "
    "if wait > 0 then return math.ceil(wait) end "
    "for _, key in ipairs(KEYS) do "
    "  redis.call('HINCRBY', key, 'n', 1) "
    "  redis.call('HSET', key, 't', ARGV[1]) "
    "  redis.call('EXPIRE', key, ARGV[3]) "
    "end "
    "return 0";
// ARGV[1]: 1 for a right try, by which the first counter starts anew.
constexpr const char* kForgive =
    "for i, key in ipairs(KEYS) do "
    "  if i == 1 and ARGV[1] == '1' then "
    "    redis.call('DEL', key) "
    "  elseif tonumber(redis.call('HGET', key, 'n') or '0') > 0 then "
    "    redis.call('HINCRBY', key, 'n', -1) "
    "  end "
    "end "
    "return 0";

std::string text(std::int64_t number) { return std::to_string(number); }

// One or three counters, as counters_of() gives them.
Task<std::optional<redis::Words>> take_shared(std::vector<Counter> counters, Instant now) {
    const auto at =
        std::format("{:.3f}", std::chrono::duration<double>(now.time_since_epoch()).count());
    const auto longest = text(kLongest.count());
    const auto forgotten = text(kForgotten.count());
    const std::string eval = "EVAL";
    const std::string script = kTake;
    if (counters.size() == 1) {
        auto said = co_await redis::ask(eval, script, std::string("1"), counters[0].key, at,
                                        longest, forgotten, text(counters[0].free));
        co_return said;
    }
    auto said = co_await redis::ask(
        eval, script, std::string("3"), counters[0].key, counters[1].key, counters[2].key, at,
        longest, forgotten, text(counters[0].free), text(counters[1].free), text(counters[2].free));
    co_return said;
}

Task<std::optional<redis::Words>> forgive_shared(std::vector<Counter> counters, bool right) {
    const std::string eval = "EVAL";
    const std::string script = kForgive;
    const std::string anew = right ? "1" : "0";
    if (counters.size() == 1) {
        auto said = co_await redis::ask(eval, script, std::string("1"), counters[0].key, anew);
        co_return said;
    }
    auto said = co_await redis::ask(eval, script, std::string("3"), counters[0].key,
                                    counters[1].key, counters[2].key, anew);
    co_return said;
}

}  // namespace

seconds wait_after(int count, int free) {
    if (count < free) return seconds{0};
    return std::min(kLongest, seconds{2} * (1 << std::min(count - free, 20)));
}

std::vector<Counter> counters_of(const Try& tried) {
    const auto key = [](const std::string& kind, const std::string& what) {
        return "lexi:sign-in:" + kind + ":" + sha256_hex(what);
    };
    std::vector<Counter> counters{{key("here", tried.account + "\n" + tried.address), kFreeHere}};
    if (!tried.is_at_home) {
        counters.push_back({key("account", tried.account), kFreeElsewhere});
        counters.push_back({key("address", tried.address), kFreeOfAddress});
    }
    return counters;
}

Task<Result<http::Empty>> SignInThrottle::take(Try tried, Instant now) {
    if (!enabled_) co_return http::Empty{};
    const auto counters = counters_of(tried);
    std::optional<redis::Words> said;
    if (redis::is_connected()) said = co_await take_shared(counters, now);
    const auto wait = said ? std::stoll(said->at(0).value()) : take_here(counters, now);
    if (wait == 0) co_return http::Empty{};
    co_return std::unexpected(
        Problem{.fault = Fault::rate_limited,
                .say = "Too many sign-ins that were not right. Please wait a moment.",
                .fields = {},
                .retry_after_s = static_cast<std::uint32_t>(wait)});
}

Task<void> SignInThrottle::forgive(Try tried, bool right) {
    if (!enabled_) co_return;
    const auto counters = counters_of(tried);
    if (redis::is_connected()) co_await forgive_shared(counters, right);
    forgive_here(counters, right);
}

std::int64_t SignInThrottle::take_here(const std::vector<Counter>& counters, Instant now) {
    const std::lock_guard lock(mutex_);
    make_room(now);
    std::int64_t wait = 0;
    for (const auto& counter : counters) {
        auto& tries = tries_[counter.key];
        if (tries.last + kForgotten < now) tries = {};
        const auto due = tries.last + wait_after(tries.count, counter.free) - now;
        wait = std::max(wait, std::chrono::ceil<seconds>(due).count());
    }
    if (wait > 0) return wait;
    for (const auto& counter : counters) {
        auto& tries = tries_[counter.key];
        ++tries.count;
        tries.last = now;
    }
    return 0;
}

void SignInThrottle::forgive_here(const std::vector<Counter>& counters, bool right) {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < counters.size(); ++i) {
        const auto found = tries_.find(counters[i].key);
        if (found == tries_.end()) continue;
        found->second.count = i == 0 && right ? 0 : std::max(0, found->second.count - 1);
    }
}

// Under a flood of names the oldest ones cannot be told cheaply; starting anew costs an attacker's
// own counters as much as anybody's.
void SignInThrottle::make_room(Instant now) {
    if (tries_.size() < kMost) return;
    std::erase_if(tries_, [now](const auto& e) { return e.second.last + kForgotten < now; });
    if (tries_.size() >= kMost) tries_.clear();
}

}  // namespace lexi::auth
