// backend-service check: is every sum that is kept the sum of its rows? Reads one snapshot, so that
// it may run beside the service.
#include <format>
#include <print>
#include <sstream>

#include "app/cli/verbs.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "app/core/streak.hpp"
#include "cli_sql.hpp"

namespace lexi::cli {
namespace {

using Count = std::expected<int, std::string>;

std::vector<Day> days_of(const std::string& text) {
    std::vector<Day> days;
    std::istringstream in(text);
    for (Day day; in >> std::ws >> std::chrono::parse("%F", day);) days.push_back(day);
    return days;
}

std::string shown(const std::optional<Day>& day) { return day ? day_text(*day) : "-"; }

std::string shown(const Streak& s) {
    return std::format("{} {} {} {} {} {}", s.current, s.longest, s.total_days, s.reserve,
                       shown(s.last_day), shown(s.lost_on));
}

Count wrong_sums(PGconn* connection) {
    const auto rows = pg::run(connection, sql::check_sums, {});
    if (!rows) return std::unexpected(rows.error());
    const int count = PQntuples(rows->get());
    for (int i = 0; i < count; ++i) {
        std::println("{} of {} on {}: {} is stored, the rows give {}", pg::value(*rows, i, 0),
                     pg::value(*rows, i, 1), pg::value(*rows, i, 2), pg::value(*rows, i, 3),
                     pg::value(*rows, i, 4));
    }
    return count;
}

int wrong_streaks(const pg::Answer& rows) {
    int wrong = 0;
    for (int i = 0; i < PQntuples(rows.get()); ++i) {
        const auto stored = pg::value(rows, i, 1);
        const auto folded =
            shown(fold_days(days_of(pg::value(rows, i, 2)), days_of(pg::value(rows, i, 3))));
        if (stored == folded) continue;
        ++wrong;
        std::println("streak of {}: {} is stored, the days give {}", pg::value(rows, i, 0), stored,
                     folded);
    }
    return wrong;
}

Count wrong_streaks(PGconn* connection) {
    auto done = pg::run(connection, std::string(sql::streaks_stored));
    int wrong = 0;
    while (done) {
        done = pg::run(connection, "FETCH 1000 FROM streaks_stored");
        if (done && PQntuples(done->get()) == 0) return wrong;
        if (done) wrong += wrong_streaks(*done);
    }
    return std::unexpected(done.error());
}

Count discrepancies(const std::string& conninfo) {
    auto connection = pg::connect(conninfo);
    if (!connection) return std::unexpected(connection.error());
    auto* raw = connection->get();
    const auto begun = pg::run(raw, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun) return std::unexpected(begun.error());
    const auto sums = wrong_sums(raw);
    if (!sums) return sums;
    const auto streaks = wrong_streaks(raw);
    if (!streaks) return streaks;
    return *sums + *streaks;
}

}  // namespace

int check(const Config& config) {
    const auto wrong = discrepancies(read_pg_url(config.database_url)->conninfo);
    if (!wrong) {
        std::println(stderr, "check: {}", wrong.error());
        return 1;
    }
    std::println("{} discrepancies", *wrong);
    return *wrong == 0 ? 0 : 1;
}

}  // namespace lexi::cli
