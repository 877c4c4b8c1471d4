#include "app/core/rewards.hpp"

#include "core_sql.hpp"

namespace lexi {
namespace {

Streak streak_of(const Rows& rows) {
    if (rows.empty()) return {};
    const auto row = rows[0];
    return {.current = column::integer(row, "current_streak"),
            .longest = column::integer(row, "longest_streak"),
            .last_day = column::maybe_day(row, "last_activity_date"),
            .total_days = column::integer(row, "total_days_active")};
}

}  // namespace

Task<Reward> reward(UnitOfWork& work, Uuid user, Day day, Instant at, std::vector<Prize> prizes) {
    Reward out;
    for (const auto& prize : prizes) {
        if (prize.amount <= 0) continue;
        const auto paid =
            co_await work.run(core::sql::grant_xp, user, prize.source, prize.amount, day, at);
        if (!paid.empty()) out.xp_earned += prize.amount;
    }
    const auto added = co_await work.run(core::sql::add_streak_day, user, day);
    if (!added.empty()) co_await work.run(core::sql::recount_streak, user);
    out.streak = co_await load_streak(work, user);
    co_return out;
}

Task<Streak> load_streak(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(core::sql::load_streak, user);
    co_return streak_of(rows);
}

}  // namespace lexi
