#include "app/vocabulary/fit_worker.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

#include "app/vocabulary/fitting.hpp"
#include "kit/log.hpp"
#include "kit/metrics.hpp"

namespace lexi::vocabulary {
namespace {

std::string_view name_of(FitOutcome outcome) {
    switch (outcome) {
        case FitOutcome::adopted:
            return "adopted";
        case FitOutcome::kept:
            return "kept";
        case FitOutcome::too_few:
            return "too_few";
        case FitOutcome::taken:
            return "taken";
    }
    std::unreachable();
}

void tell(const Uuid& user, const FitReport& report) {
    metrics::count("lexi_fits_total", "Fits of a learner's scheduler",
                   {{"outcome", std::string(name_of(report.outcome))}});
    if (!report.verdict) return;
    log::info("scheduler.fitted", {{"user", user.str()},
                                   {"outcome", name_of(report.outcome)},
                                   {"reviews", report.reviews},
                                   {"loss_before", report.verdict->loss_before},
                                   {"loss_after", report.verdict->loss_after}});
}

void sweep(const std::string& conninfo, const std::stop_token& stop) {
    auto connection = pg::connect(conninfo);
    if (!connection) {
        log::warn("scheduler.sweep_failed", {{"why", connection.error()}});
        return;
    }
    Fitting fitting(std::move(*connection), stop);
    if (const auto done = fitting.sweep(Sweep::due, tell); !done) {
        log::warn("scheduler.sweep_failed", {{"why", done.error()}});
    }
}

void work(const std::stop_token& stop, const std::string& conninfo, std::chrono::seconds pause) {
    // Linux: of this thread alone. Where it is refused, the fits merely run at the usual priority.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 19);
    std::mutex mutex;
    std::condition_variable_any wake;
    while (!stop.stop_requested()) {
        sweep(conninfo, stop);
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, pause, [] { return false; });
    }
}

}  // namespace

FitWorker::FitWorker(std::string conninfo, std::chrono::seconds pause)
    : thread_([conninfo = std::move(conninfo), pause](std::stop_token stop) {
          work(stop, conninfo, pause);
      }) {}

}  // namespace lexi::vocabulary
