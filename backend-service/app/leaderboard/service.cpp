#include "app/leaderboard/service.hpp"

#include "leaderboard_sql.hpp"

namespace lexi::leaderboard {
namespace {

constexpr int kNeighbours = 2;

// The rank where it is counted: of the first row, and one more for each that follows.
std::vector<Entry> entries_of(const Rows& rows, const Uuid& me, std::int64_t first_rank) {
    std::vector<Entry> entries;
    std::int64_t rank = first_rank;
    for (const auto& row : rows) {
        entries.push_back({.rank = rank++,
                           .display_name = column::maybe_text(row, "display_name"),
                           .xp = column::bigint(row, "xp"),
                           .is_me = column::uuid(row, "user_id") == me});
    }
    return entries;
}

Task<BoardView> place_me(UnitOfWork& work, Uuid user, Day monday, BoardView view) {
    const auto mine = co_await work.run(sql::my_week, user, monday);
    if (mine.empty()) co_return view;
    const auto xp = column::bigint(mine[0], "xp");
    const auto counted = co_await work.run(sql::count_above, user, monday, xp, kCountedRanks);
    const auto above = column::bigint(counted[0], "above");
    if (above >= kCountedRanks) co_return view;
    const auto rows = co_await work.run(sql::neighbours, user, monday, xp, kNeighbours);
    const auto first = above + 1 - std::min<std::int64_t>(above, kNeighbours);
    view.neighbours = entries_of(rows, user, first);
    for (const auto& entry : view.neighbours) {
        if (entry.is_me) view.me = entry;
    }
    co_return view;
}

Task<Result<BoardView>> shown(UnitOfWork& work, Uuid user, Week week, std::int64_t limit,
                              Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const std::chrono::days back(week == Week::previous ? 7 : 0);
    const Day monday = monday_of(learner->day(now)) - back;
    BoardView view{.week = day_text(monday), .takes_part = learner->settings.leaderboard};
    if (!view.takes_part) co_return view;
    const auto rows = co_await work.run(sql::first_of_week, monday, limit);
    view.top = entries_of(rows, user, 1);
    auto placed = co_await place_me(work, user, monday, std::move(view));
    co_return placed;
}

}  // namespace

Task<Result<BoardView>> LeaderboardService::show(Uuid user, Week week, std::int64_t limit,
                                                 Instant now) {
    return db_.read<BoardView>(
        [user, week, limit, now](UnitOfWork& work) { return shown(work, user, week, limit, now); });
}

}  // namespace lexi::leaderboard
