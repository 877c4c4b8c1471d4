#include "app/streaks/service.hpp"

#include "app/core/learner_day.hpp"
#include "app/core/rewards.hpp"
#include "streaks_sql.hpp"

namespace lexi::streaks {
namespace {

constexpr std::chrono::days kCalendar{35};

template <class View>
void fill(View& view, const Streak& streak, Day today) {
    view.current_streak = streak_on(streak, today);
    view.longest_streak = streak.longest;
    if (streak.last_day) view.last_activity_date = day_text(*streak.last_day);
    view.total_days_active = streak.total_days;
    view.is_active_today = active_on(streak, today);
    view.at_risk = at_risk(streak, today);
}

Task<std::vector<std::string>> calendar(UnitOfWork& work, Uuid user, Day today) {
    const auto rows = co_await work.run(sql::active_days, user, today - kCalendar);
    std::vector<std::string> days;
    for (const auto& row : rows) days.push_back(column::text(row, "day"));
    co_return days;
}

Task<Result<StreakView>> shown(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    StreakView view;
    const auto streak = co_await load_streak(work, user);
    fill(view, streak, today);
    view.calendar = co_await calendar(work, user, today);
    co_return view;
}

Task<Result<CheckinView>> checked_in(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    Deed deed{.day = today,
              .at = now,
              .prizes = {{.source = "checkin:" + day_text(today), .amount = kCheckinXp}}};
    const auto earned = co_await reward(work, user, std::move(deed));
    CheckinView view;
    fill(view, earned.streak, today);
    view.xp_earned = earned.xp_earned;
    view.calendar = co_await calendar(work, user, today);
    co_return view;
}

}  // namespace

Task<Result<StreakView>> StreakService::show(Uuid user, Instant now) {
    return db_.read<StreakView>([user, now](UnitOfWork& work) { return shown(work, user, now); });
}

Task<Result<http::Reply<CheckinView>>> StreakService::check_in(http::Request request) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<CheckinView> effect = [user, now](UnitOfWork& work) {
        return checked_in(work, user, now);
    };
    return once<CheckinView>(db_, std::move(request), "streaks.checkin", std::move(effect));
}

}  // namespace lexi::streaks
