#pragma once
// How many cores an engine may keep busy now. Inference threads that meet other work on their cores
// wait for each other in every layer: two threads on a busy pair of cores were 3-9 times slower
// than one, so the thread count follows the cores that are really free.
#include <chrono>
#include <cstdint>
#include <optional>

namespace lexi::ml {

/// The cores this process may run on (its affinity mask).
std::uint32_t usable_cores();

/// Says, while it lives, that one engine keeps `cores` busy. Any thread.
class CoreLease {
public:
    explicit CoreLease(std::uint32_t cores);
    ~CoreLease();
    CoreLease(const CoreLease&) = delete;
    CoreLease& operator=(const CoreLease&) = delete;
    static std::uint32_t total();

private:
    const std::uint32_t cores_;
};

/// Cores left for one engine: `usable` less what other processes used and what other engines hold,
/// at least 1. Pure.
std::uint32_t cores_left(std::uint32_t usable, double used_by_others, std::uint32_t leased);

/// Watches the machine between calls. One thread at a time.
class CoreWatch {
public:
    /// A fresh answer at most twice a second, else the last one. `own` is what the caller itself
    /// has leased. Reads /proc/stat; where there is none, every usable core is free.
    std::uint32_t free_cores(std::uint32_t own);

private:
    struct Sample {
        double busy_seconds;     // of the usable cores, everyone's
        double process_seconds;  // ours
        std::chrono::steady_clock::time_point at;
    };
    static std::optional<Sample> sample();
    void look();
    std::optional<Sample> last_;
    double used_by_others_ = 0;
    bool fresh_ = false;
};

}  // namespace lexi::ml
