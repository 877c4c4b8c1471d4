#pragma once
// What this process remembers of tokens for a moment, so that not every request has to ask a store.
#include <array>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "kit/jwt.hpp"

namespace lexi {

/// Any thread. Bounded: found_good is forgotten every two seconds, refusals after one to two
/// minutes (by then nothing that was looked up before them is still under way).
class TokenMemory {
public:
    enum class Word { refused, good, unknown };

    Word recall(const jwt::Claims& claims, Instant now);
    /// A store said so just now.
    void found_good(const jwt::Claims& claims, Instant now);
    /// From here on, whatever was found good before.
    void refuse_token(const std::string& jti, Instant now);
    /// Access tokens of `user` that were issued before `from`.
    void refuse_user(const Uuid& user, Instant from, Instant now);

private:
    struct Refusals {
        std::unordered_set<std::string> tokens;
        std::unordered_map<std::string, Instant> users;
    };

    void turn(Instant now);
    bool is_refused(const jwt::Claims& claims) const;

    std::mutex mutex_;
    std::int64_t good_window_ = 0;
    std::int64_t refused_window_ = 0;
    std::unordered_set<std::string> good_;
    std::array<Refusals, 2> refused_;  // of this window and of the one before
};

}  // namespace lexi
