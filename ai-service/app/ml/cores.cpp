#include "ml/cores.hpp"

#include <sched.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

namespace lexi::ml {
namespace {

constexpr auto kStale = std::chrono::seconds(2);
constexpr auto kBetween = std::chrono::milliseconds(500);
constexpr auto kGlance = std::chrono::milliseconds(60);  // six ticks of /proc/stat

std::atomic<std::uint32_t> leased{0};

}  // namespace

std::uint32_t usable_cores() {
    cpu_set_t mask;
    CPU_ZERO(&mask);
    if (::sched_getaffinity(0, sizeof(mask), &mask) != 0) return 1;
    return static_cast<std::uint32_t>(std::max(1, CPU_COUNT(&mask)));
}

CoreLease::CoreLease(std::uint32_t cores) : cores_(cores) { leased += cores_; }
CoreLease::~CoreLease() { leased -= cores_; }
std::uint32_t CoreLease::total() { return leased; }

std::uint32_t cores_left(std::uint32_t usable, double used_by_others, std::uint32_t held) {
    const double left = usable - used_by_others - held;
    return static_cast<std::uint32_t>(std::clamp<double>(std::round(left), 1, usable));
}

std::optional<CoreWatch::Sample> CoreWatch::sample() {
    cpu_set_t mask;
    CPU_ZERO(&mask);
    if (::sched_getaffinity(0, sizeof(mask), &mask) != 0) return std::nullopt;
    std::ifstream stat("/proc/stat");
    std::string line;
    double ticks = 0;
    bool any = false;
    while (std::getline(stat, line)) {
        std::istringstream fields(line);
        std::string name;
        // proc(5): user nice system idle iowait irq softirq steal
        double user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0,
               steal = 0;
        fields >> name;
        if (!name.starts_with("cpu") || name.size() < 4) continue;
        int core = -1;
        std::from_chars(name.data() + 3, name.data() + name.size(), core);
        if (core < 0 || core >= CPU_SETSIZE || !CPU_ISSET(core, &mask)) continue;
        fields >> user >> nice >> system >> idle >> iowait >> irq >> softirq >> steal;
        ticks += user + nice + system + irq + softirq + steal;
        any = true;
    }
    timespec own{};
    if (!any || ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own) != 0) return std::nullopt;
    return Sample{.busy_seconds = ticks / static_cast<double>(::sysconf(_SC_CLK_TCK)),
                  .process_seconds = static_cast<double>(own.tv_sec) + own.tv_nsec * 1e-9,
                  .at = std::chrono::steady_clock::now()};
}

void CoreWatch::look() {
    const auto next = sample();
    if (next && last_) {
        const double seconds = std::chrono::duration<double>(next->at - last_->at).count();
        const double busy = next->busy_seconds - last_->busy_seconds;
        const double ours = next->process_seconds - last_->process_seconds;
        const double others = std::max(0.0, busy - ours) / std::max(seconds, 1e-3);
        // Half old, half new: one short burst does not change the count to and fro.
        used_by_others_ = fresh_ ? others : 0.5 * used_by_others_ + 0.5 * others;
        fresh_ = false;
    }
    last_ = next;
}

std::uint32_t CoreWatch::free_cores(std::uint32_t own) {
    const std::chrono::nanoseconds age =
        last_ ? std::chrono::steady_clock::now() - last_->at : kStale;
    if (age >= kStale) {
        fresh_ = true;
        last_.reset();
        look();
        std::this_thread::sleep_for(kGlance);
        look();
    } else if (age >= kBetween) {
        look();
    }
    return cores_left(usable_cores(), used_by_others_, CoreLease::total() - own);
}

}  // namespace lexi::ml
