#include "app/goals/service.hpp"

#include <algorithm>

#include "goals_sql.hpp"

namespace lexi::goals {
namespace {

GoalKind kind_from(const std::string& text) {
    if (text == "minutes") return GoalKind::minutes;
    return text == "lessons" ? GoalKind::lessons : GoalKind::xp;
}

std::int64_t progress_of(const Row& row, GoalKind kind) {
    switch (kind) {
        case GoalKind::xp:
            return column::bigint(row, "xp");
        case GoalKind::minutes:
            return column::bigint(row, "seconds") / 60;
        case GoalKind::lessons:
            return column::bigint(row, "lessons");
    }
    std::unreachable();
}

Task<GoalView> load_goal(UnitOfWork& work, Uuid user, Day today) {
    const Day monday = monday_of(today);
    const auto rows = co_await work.run(sql::load_goal, user, monday);
    const auto row = rows[0];
    GoalView view{.kind = kind_from(column::text(row, "kind")),
                  .target = column::bigint(row, "target"),
                  .week = day_text(monday),
                  .days_left = 7 - (today - monday).count()};
    view.progress = progress_of(row, view.kind);
    view.percentage = std::min<std::int64_t>(100, 100 * view.progress / view.target);
    view.is_reached = view.progress >= view.target;
    co_return view;
}

Task<Result<GoalView>> shown(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    auto view = co_await load_goal(work, user, learner->day(now));
    co_return view;
}

Task<Result<GoalView>> set(UnitOfWork& work, Uuid user, GoalBody goal, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto kind = glz::write_json(goal.kind).value_or("\"xp\"");
    co_await work.run(sql::save_goal, user, kind.substr(1, kind.size() - 2), goal.target, now);
    auto view = co_await load_goal(work, user, learner->day(now));
    co_return view;
}

}  // namespace

Task<Result<GoalView>> GoalService::weekly(Uuid user, Instant now) {
    return db_.read<GoalView>([user, now](UnitOfWork& work) { return shown(work, user, now); });
}

Task<Result<GoalView>> GoalService::set_weekly(Uuid user, GoalBody goal, Instant now) {
    return db_.transact<GoalView>(
        [user, goal, now](UnitOfWork& work) { return set(work, user, goal, now); });
}

}  // namespace lexi::goals
