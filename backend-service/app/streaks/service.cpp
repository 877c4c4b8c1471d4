#include "app/streaks/service.hpp"

#include "streaks_sql.hpp"

namespace lexi::streaks {
namespace {

Task<bool> may_repair(UnitOfWork& work, Uuid user, Streak streak, Day today) {
    if (!repairable_from(streak, today)) co_return false;
    const auto last = co_await work.run(sql::last_repair, user, today - kRepairEvery);
    co_return last.empty();
}

Task<std::vector<std::string>> calendar_of(UnitOfWork& work, Uuid user, Day from) {
    const auto rows = co_await work.run(sql::active_days, user, from);
    std::vector<std::string> days;
    for (const auto& row : rows) days.push_back(column::text(row, "day"));
    co_return days;
}

// Both views begin alike.
template <class View>
Task<View> view_of(UnitOfWork& work, Uuid user, Streak streak, Day today,
                   std::chrono::days calendar) {
    View view;
    view.current_streak = streak_on(streak, today);
    view.longest_streak = streak.longest;
    if (streak.last_day) view.last_activity_date = day_text(*streak.last_day);
    view.total_days_active = streak.total_days;
    view.is_active_today = active_on(streak, today);
    view.at_risk = at_risk(streak, today);
    view.freezes = freezes_on(streak, today);
    view.calendar = co_await calendar_of(work, user, today - calendar + std::chrono::days(1));
    view.can_repair = co_await may_repair(work, user, std::move(streak), today);
    co_return view;
}

Task<Result<StreakView>> shown(UnitOfWork& work, Uuid user, std::chrono::days calendar,
                               Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    auto streak = co_await load_streak(work, user);
    auto view =
        co_await view_of<StreakView>(work, user, std::move(streak), learner->day(now), calendar);
    co_return view;
}

Task<Result<CheckinView>> checked_in(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    Deed deed{.day = today,
              .at = now,
              .prizes = {{.source = "checkin:" + day_text(today), .amount = kCheckinXp}}};
    auto earned = co_await reward(work, user, std::move(deed));
    auto view =
        co_await view_of<CheckinView>(work, user, std::move(earned.streak), today, kCalendar);
    view.xp_earned = earned.xp_earned;
    view.achievements_unlocked = std::move(earned.achievements_unlocked);
    co_return view;
}

Task<Result<StreakView>> repaired(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    const auto before = co_await load_streak(work, user);
    const auto from = repairable_from(before, today);
    if (!from) {
        co_return fail(Fault::conflict, "No streak was lost in the last two days.");
    }
    const bool allowed = co_await may_repair(work, user, before, today);
    if (!allowed) {
        co_return fail(Fault::conflict, "A streak can be repaired once in 30 days.");
    }
    co_await work.run(sql::excuse_days, user, *from, today - std::chrono::days(1), now);
    auto after = co_await recount_streak(work, user);
    auto view = co_await view_of<StreakView>(work, user, std::move(after), today, kCalendar);
    co_return view;
}

}  // namespace

Task<Result<StreakView>> StreakService::show(Uuid user, std::chrono::days calendar, Instant now) {
    return db_.read<StreakView>(
        [user, calendar, now](UnitOfWork& work) { return shown(work, user, calendar, now); });
}

Task<Result<http::Reply<CheckinView>>> StreakService::check_in(http::Request request) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<CheckinView> effect = [user, now](UnitOfWork& work) {
        return checked_in(work, user, now);
    };
    return once<CheckinView>(db_, std::move(request), "streaks.checkin", std::move(effect));
}

Task<Result<http::Reply<StreakView>>> StreakService::repair(http::Request request) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<StreakView> effect = [user, now](UnitOfWork& work) { return repaired(work, user, now); };
    return once<StreakView>(db_, std::move(request), "streaks.repair", std::move(effect));
}

}  // namespace lexi::streaks
