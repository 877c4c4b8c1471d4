#include <print>

#include "app/cli/verbs.hpp"
#include "app/core/pg_url.hpp"
#include "app/vocabulary/fitting.hpp"

namespace lexi::cli {
namespace {

using vocabulary::FitOutcome;
using vocabulary::FitReport;
using vocabulary::Sweep;

void tell(const Uuid& user, const FitReport& report) {
    switch (report.outcome) {
        case FitOutcome::taken:
            std::println("{}: another process is at it", user.str());
            return;
        case FitOutcome::too_few:
            std::println("{}: {} reviews, too few to fit", user.str(), report.reviews);
            return;
        case FitOutcome::adopted:
        case FitOutcome::kept:
            std::println("{}: {} reviews, loss {:.4f} -> {:.4f} on the newest, {}", user.str(),
                         report.reviews, report.verdict->loss_before, report.verdict->loss_after,
                         report.verdict->is_better ? "adopted" : "not adopted");
            return;
    }
}

int failed(const std::string& why) {
    std::println(stderr, "optimize: {}", why);
    return 1;
}

}  // namespace

int optimize(const Config& config, const std::string& user, bool everyone) {
    const auto id = Uuid::parse(user);
    if (!user.empty() && !id) {
        std::println(stderr, "optimize: --user takes a learner's id, a UUID");
        return 2;
    }
    auto connection = pg::connect(read_pg_url(config.database_url)->conninfo);
    if (!connection) return failed(connection.error());
    vocabulary::Fitting fitting(std::move(*connection), {});
    if (!id) {
        const auto done = fitting.sweep(everyone ? Sweep::everyone : Sweep::due, tell);
        return done ? 0 : failed(done.error());
    }
    const auto report = fitting.fit(*id);
    if (!report) return failed(report.error());
    tell(*id, *report);
    return 0;
}

}  // namespace lexi::cli
