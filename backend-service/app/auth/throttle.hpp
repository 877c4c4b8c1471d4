#pragma once
// Slows down guessing of passwords without locking the owner out. Counted are tries that were not
// right: of an account from one address; of an account from all addresses that its owner has not
// signed in from; and of an address at all accounts that are not at home there. Beyond a free
// number each further try has to wait twice as long as the one before. An owner at a known address
// has only the first counter to fear, which nobody elsewhere can move.
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "kit/http.hpp"

namespace lexi::auth {

struct Try {
    std::string account;  // the user's id; for an unknown name the name itself
    std::string address;
    bool is_at_home = false;  // the owner has signed in from this address
};

struct Tries {
    int count = 0;
    Instant last;
};

/// After `count` tries of which `free` cost nothing.
std::chrono::seconds wait_after(int count, int free);

/// The counters of a try, and how many tries of each cost nothing.
struct Counter {
    std::string key;
    int free = 0;
};
std::vector<Counter> counters_of(const Try& tried);

/// In the Redis that processes share, where there is one; in this process otherwise, also while
/// that Redis is away. Any event loop.
class SignInThrottle {
public:
    explicit SignInThrottle(bool enabled) : enabled_(enabled) {}

    /// Counts the try before it is judged, so that many at once gain nothing. rate_limited says how
    /// long to wait, and nothing is counted.
    Task<Result<http::Empty>> take(Try tried, Instant now);
    /// It does not count after all: it was right, or could not be judged. A right one also forgets
    /// those before it from the same address.
    Task<void> forgive(Try tried, bool right);

    /// take() in this process alone: the seconds to wait, 0 for go on.
    std::int64_t take_here(const std::vector<Counter>& counters, Instant now);
    void forgive_here(const std::vector<Counter>& counters, bool right);

private:
    void make_room(Instant now);

    const bool enabled_;
    std::mutex mutex_;
    std::unordered_map<std::string, Tries> tries_;
};

}  // namespace lexi::auth
