#pragma once
// Fits learners' weights from their review logs in PostgreSQL. Blocks: for the verb `optimize` and
// for FitWorker's thread.
#include <expected>
#include <functional>
#include <stop_token>
#include <string>

#include "app/core/pg.hpp"
#include "app/vocabulary/held_out.hpp"
#include "kit/ids.hpp"

namespace lexi::vocabulary {

enum class FitOutcome { adopted, kept, too_few, taken };  // taken: another process is at it

struct FitReport {
    FitOutcome outcome = FitOutcome::too_few;
    std::size_t reviews = 0;
    std::optional<Verdict> verdict{};
};

/// Who is fitted in a sweep over all learners.
enum class Sweep { due, everyone };  // due: enough new reviews since the last fit

class Fitting {
public:
    Fitting(pg::Connection connection, std::stop_token stop)
        : connection_(std::move(connection)), stop_(std::move(stop)) {}

    /// Several processes may be at it: each learner is fitted by one of them.
    std::expected<FitReport, std::string> fit(const Uuid& user);

    /// All learners in turn; what became of each that was fitted goes to `tell`.
    std::expected<void, std::string> sweep(
        Sweep who, const std::function<void(const Uuid&, const FitReport&)>& tell);

private:
    struct Fitted {
        Weights weights = kDefaultWeights;
        std::string at;  // empty: never
    };
    // Unless somebody else has fitted the learner since `seen`.
    std::expected<FitReport, std::string> fit_taken(const Uuid& user,
                                                    const std::optional<std::string>& seen);
    std::expected<FitReport, std::string> fit_since(const Uuid& user,
                                                    const std::optional<std::string>& seen);
    std::expected<Fitted, std::string> fitted(const Uuid& user);

    pg::Connection connection_;
    std::stop_token stop_;
};

}  // namespace lexi::vocabulary
