#pragma once
// Whether an endpoint is worth asking. Pure: time is an argument.
#include <algorithm>
#include <chrono>
#include <cstdint>

namespace lexi::ml {

/// Three failures in a row open it: nothing is sent but probes, whose distance doubles up to a
/// minute. A probe that is answered closes it on trial: the next failure opens it at once.
class Breaker {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr int kMostFailures = 3;

    bool open() const { return failures_ >= kMostFailures; }
    void success() {
        failures_ = 0;
        wait_ = kFirstWait;
    }
    void failure(Time now) {
        failures_ = std::min(failures_ + 1, kMostFailures);
        if (!open()) return;
        probe_at_ = now + wait_;
        wait_ = std::min(wait_ * 2, kLongestWait);
    }
    bool probe_due(Time now) const { return open() && now >= probe_at_; }
    void probe_answered() { failures_ = kMostFailures - 1; }

private:
    static constexpr std::chrono::milliseconds kFirstWait{1000};
    static constexpr std::chrono::milliseconds kLongestWait{60000};
    int failures_ = 0;
    std::chrono::milliseconds wait_ = kFirstWait;
    Time probe_at_{};
};

}  // namespace lexi::ml
