#include "app/vocabulary/fitting.hpp"

#include <format>
#include <glaze/glaze.hpp>

#include "vocabulary_sql.hpp"

namespace lexi::vocabulary {
namespace {

constexpr int kNewReviews = 500;        // that a learner has to give before the next fit
constexpr int kMostReviews = 300'000;   // that a fit looks at
constexpr int kLearnersAtOnce = 200;

using Params = std::vector<std::optional<std::string>>;

struct LoggedReviews {
    Histories histories;
    std::size_t count = 0;
};

// A card whose beginning is not in the log (it came with its state) teaches nothing.
LoggedReviews histories_of(const pg::Answer& rows) {
    LoggedReviews log;
    log.count = static_cast<std::size_t>(PQntuples(rows.get()));
    std::string card;
    bool whole = false;
    for (int row = 0; row < PQntuples(rows.get()); ++row) {
        if (auto id = pg::value(rows, row, 0); id != card) {
            card = std::move(id);
            whole = pg::value(rows, row, 4) == "t";
            if (whole) log.histories.emplace_back();
        }
        if (!whole) continue;
        PastReview review{
            .rating = static_cast<Rating>(std::stoi(pg::value(rows, row, 1))),
            .at = Instant(std::chrono::microseconds(std::stoll(pg::value(rows, row, 2))))};
        if (PQgetisnull(rows.get(), row, 3) == 0) {
            review.time_spent_ms = std::stoi(pg::value(rows, row, 3));
        }
        log.histories.back().push_back(review);
    }
    return log;
}

std::string array_of(const Weights& w) {
    std::string text = "{";
    for (const double weight : w) text += std::format("{}{}", text.size() > 1 ? "," : "", weight);
    return text + "}";
}

Params saved(const Uuid& user, const FitReport& report) {
    Params params(6);
    params[0] = user.str();
    params[2] = std::to_string(report.reviews);
    if (!report.verdict) return params;
    const auto& verdict = *report.verdict;
    if (verdict.is_better) params[1] = array_of(verdict.weights);
    params[3] = std::format("{}", verdict.loss_before);
    params[4] = std::format("{}", verdict.loss_after);
    if (verdict.best_retention) params[5] = std::format("{}", *verdict.best_retention);
    return params;
}

}  // namespace

std::expected<FitReport, std::string> Fitting::fit(const Uuid& user) {
    return fit_since(user, std::nullopt);
}

std::expected<FitReport, std::string> Fitting::fit_since(const Uuid& user,
                                                         const std::optional<std::string>& seen) {
    const auto taken = pg::run(connection_.get(), sql::take_fit, {user.str()});
    if (!taken) return std::unexpected(taken.error());
    if (pg::value(*taken, 0, 0) != "t") return FitReport{.outcome = FitOutcome::taken};
    auto report = fit_taken(user, seen);
    const auto left = pg::run(connection_.get(), sql::leave_fit, {user.str()});
    if (!left) return std::unexpected(left.error());
    return report;
}

std::expected<FitReport, std::string> Fitting::fit_taken(const Uuid& user,
                                                         const std::optional<std::string>& seen) {
    const auto current = fitted(user);
    if (!current) return std::unexpected(current.error());
    if (seen && *seen != current->at) return FitReport{.outcome = FitOutcome::taken};
    const auto rows =
        pg::run(connection_.get(), sql::load_reviews, {user.str(), std::to_string(kMostReviews)});
    if (!rows) return std::unexpected(rows.error());
    const auto log = histories_of(*rows);
    FitReport report{.reviews = log.count,
                     .verdict = judge_fit(log.histories, current->weights, stop_)};
    if (stop_.stop_requested()) return report;
    if (report.verdict) {
        report.outcome = report.verdict->is_better ? FitOutcome::adopted : FitOutcome::kept;
    }
    const auto done = pg::run(connection_.get(), sql::save_fit, saved(user, report));
    if (!done) return std::unexpected(done.error());
    return report;
}

std::expected<Fitting::Fitted, std::string> Fitting::fitted(const Uuid& user) {
    const auto row = pg::run(connection_.get(), sql::fitted_weights, {user.str()});
    if (!row) return std::unexpected(row.error());
    Fitted fitted;
    if (PQntuples(row->get()) == 0) return fitted;
    fitted.at = pg::value(*row, 0, 1);
    if (PQgetisnull(row->get(), 0, 0) == 1) return fitted;
    if (glz::read_json(fitted.weights, pg::value(*row, 0, 0)) || !are_weights(fitted.weights)) {
        return std::unexpected("the weights of " + user.str() + " cannot be read");
    }
    return fitted;
}

std::expected<void, std::string> Fitting::sweep(
    Sweep who, const std::function<void(const Uuid&, const FitReport&)>& tell) {
    const std::string first = std::to_string(kFewestAnswers);
    const std::string next = std::to_string(who == Sweep::everyone ? 0 : kNewReviews);
    std::optional<std::string> last;
    while (!stop_.stop_requested()) {
        const auto page = pg::run(connection_.get(), sql::fit_candidates,
                                  Params{last, first, next, std::to_string(kLearnersAtOnce)});
        if (!page) return std::unexpected(page.error());
        const int count = PQntuples(page->get());
        for (int row = 0; row < count && !stop_.stop_requested(); ++row) {
            last = pg::value(*page, row, 0);
            if (pg::value(*page, row, 1) != "t") continue;
            const auto user = Uuid::parse(*last).value();
            const auto report = fit_since(user, pg::value(*page, row, 2));
            if (!report) return std::unexpected(report.error());
            tell(user, *report);
        }
        if (count < kLearnersAtOnce) break;
    }
    return {};
}

}  // namespace lexi::vocabulary
