#include "app/vocabulary/forecast_service.hpp"

#include <algorithm>
#include <cmath>

#include "app/core/account.hpp"
#include "app/core/learner_day.hpp"
#include "app/vocabulary/forecast.hpp"
#include "app/vocabulary/schedule.hpp"
#include "vocabulary_sql.hpp"

namespace lexi::vocabulary {
namespace {

// Everything a simulation starts from.
struct Outset {
    std::vector<WordGroup> deck;
    Plan plan;
    Day today;
    std::int64_t overdue = 0;
    std::int64_t fresh = 0;
};

// Browsers say Asia/Saigon; a PostgreSQL without tzdata's old names knows Asia/Ho_Chi_Minh only.
// The name was checked when it was written.
std::string zone_for_sql(const std::string& name) {
    return std::string(std::chrono::locate_zone(name)->name());
}

WordGroup group_of(const Row& row) {
    return {.due_in = column::integer(row, "due_in"),
            .elapsed = column::integer(row, "elapsed"),
            .memory = {.stability = column::real(row, "stability"),
                       .difficulty = column::real(row, "difficulty")},
            .words = static_cast<double>(column::bigint(row, "words"))};
}

Task<Result<Outset>> outset(UnitOfWork& work, Uuid user, std::int64_t days, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    Outset out{.today = learner_day(now, learner->time_zone)};
    const auto schedule = schedule_of(learner->settings);
    out.plan.weights = schedule.weights;
    out.plan.retention = schedule.desired_retention;
    out.plan.new_per_day = static_cast<double>(learner->settings.new_per_day);
    out.plan.days = static_cast<int>(days);
    const auto groups = co_await work.run(sql::load_deck, user, out.today,
                                          zone_for_sql(learner->time_zone), days, now);
    for (const auto& row : groups) {
        out.deck.push_back(group_of(row));
        out.overdue += column::bigint(row, "overdue");
    }
    const auto fresh = co_await work.run(sql::count_fresh, user);
    out.fresh = column::bigint(fresh[0], "fresh");
    const auto introduced = co_await work.run(sql::introduced_on, user, out.today);
    out.plan.introduced_today = static_cast<double>(column::bigint(introduced[0], "introduced"));
    co_return out;
}

double tenths(double number) { return std::round(number * 10) / 10; }

std::vector<std::int64_t> due_by_day(const Outset& out) {
    std::vector<std::int64_t> due(static_cast<std::size_t>(out.plan.days));
    for (const auto& group : out.deck) {
        if (group.due_in < out.plan.days) {
            due[static_cast<std::size_t>(group.due_in)] += std::llround(group.words);
        }
    }
    return due;
}

ForecastView forecast_view(const Outset& out, const std::vector<DayLoad>& loads) {
    ForecastView view{.overdue = out.overdue, .fresh = out.fresh, .days = {}};
    const auto due = due_by_day(out);
    for (std::size_t i = 0; i < loads.size(); ++i) {
        view.days.push_back({.day = day_text(out.today + std::chrono::days(i)),
                             .due = due[i],
                             .reviews = tenths(loads[i].reviews),
                             .new_words = tenths(loads[i].new_words),
                             .minutes = tenths(loads[i].minutes)});
    }
    return view;
}

SimulationView simulation_view(const Outset& out, const std::vector<DayLoad>& loads) {
    SimulationView view{.retention = out.plan.retention,
                        .new_per_day = std::llround(out.plan.new_per_day),
                        .known_words = tenths(loads.back().known),
                        .days = {}};
    double minutes = 0;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        view.reviews += loads[i].reviews;
        minutes += loads[i].minutes;
        view.days.push_back({.day = day_text(out.today + std::chrono::days(i)),
                             .reviews = tenths(loads[i].reviews),
                             .new_words = tenths(loads[i].new_words),
                             .known_words = tenths(loads[i].known),
                             .minutes = tenths(loads[i].minutes)});
    }
    view.reviews = tenths(view.reviews);
    view.minutes_per_day = tenths(minutes / static_cast<double>(loads.size()));
    return view;
}

Task<Result<Outset>> read_outset(Database* db, Uuid user, std::int64_t days, Instant now) {
    Effect<Outset> effect = [user, days, now](UnitOfWork& work) {
        return outset(work, user, days, now);
    };
    auto read = co_await db->read<Outset>(std::move(effect));
    co_return read;
}

}  // namespace

Task<Result<ForecastView>> ForecastService::forecast(Uuid user, std::int64_t days, Instant now) {
    auto out = co_await read_outset(&db_, user, days, now);
    if (!out) co_return std::unexpected(out.error());
    out->plan.new_words = static_cast<double>(out->fresh);
    auto view = co_await offload(pool_, [from = &*out] {
        return forecast_view(*from, vocabulary::simulate(from->deck, from->plan));
    });
    co_return view;
}

Task<Result<SimulationView>> ForecastService::simulate(Uuid user, SimulationQuery query,
                                                       Instant now) {
    auto out = co_await read_outset(&db_, user, query.days.value_or(90), now);
    if (!out) co_return std::unexpected(out.error());
    auto& plan = out->plan;
    plan.retention = query.retention.value_or(plan.retention);
    if (query.new_per_day) plan.new_per_day = static_cast<double>(*query.new_per_day);
    plan.introduced_today = 0;
    auto view = co_await offload(pool_, [from = &*out] {
        return simulation_view(*from, vocabulary::simulate(from->deck, from->plan));
    });
    co_return view;
}

}  // namespace lexi::vocabulary
