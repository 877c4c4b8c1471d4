#include "app/progress/service.hpp"

#include <algorithm>

#include "app/core/learner_day.hpp"
#include "app/core/past_time.hpp"
#include "app/core/rewards.hpp"
#include "app/progress/store.hpp"

namespace lexi::progress {
namespace {

StreakPart shown(const Streak& streak, Day today) {
    return {.current_streak = streak_on(streak, today),
            .longest_streak = streak.longest,
            .is_active_today = active_on(streak, today)};
}

Result<Instant> activity_time(const ActivityBody& body, Instant now) {
    if (!body.occurred_at) return now;
    return past_time("occurred_at", *body.occurred_at, now, std::chrono::days(30));
}

std::string type_text(ActivityType type) {
    auto json = glz::write_json(type).value_or("\"other\"");
    return json.substr(1, json.size() - 2);
}

Task<Result<ActivityView>> recorded(UnitOfWork& work, Uuid user, ActivityBody body, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto at = activity_time(body, now);
    if (!at) co_return std::unexpected(at.error());
    const Day day = learner->day(*at);
    const auto id = Uuid::random();
    ActivityRow row{.id = id,
                    .type = type_text(body.activity_type),
                    .seconds = body.duration,
                    .day = day,
                    .at = *at};
    co_await add_activity(work, user, std::move(row));
    const auto xp = static_cast<int>(std::min<std::int64_t>(body.duration / 60, kActivityXpLimit));
    Deed deed{.day = day, .at = *at, .prizes = {{.source = "activity:" + id.str(), .amount = xp}}};
    deed.tally.skill = type_text(body.activity_type);
    deed.tally.seconds = static_cast<int>(body.duration);
    auto earned = co_await reward(work, user, std::move(deed));
    co_return ActivityView{.id = id.str(),
                           .activity_type = body.activity_type,
                           .duration = body.duration,
                           .occurred_at = to_rfc3339(*at),
                           .xp_earned = earned.xp_earned,
                           .streak = shown(earned.streak, learner->day(now)),
                           .achievements_unlocked = std::move(earned.achievements_unlocked)};
}

Task<Result<ProgressView>> overview_of(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    ProgressView view;
    view.summary = co_await load_summary(work, user);
    const auto streak = co_await load_streak(work, user);
    view.summary.current_streak = streak_on(streak, learner->day(now));
    view.course_progress = co_await load_courses(work, user);
    view.recent_activity = co_await load_recent(work, user);
    co_return view;
}

// How many days a range has; `all` has no beginning, and its days are those of a year.
std::chrono::days length_of(Range range) {
    switch (range) {
        case Range::week:
            return std::chrono::days(7);
        case Range::month:
            return std::chrono::days(30);
        case Range::quarter:
            return std::chrono::days(90);
        case Range::year:
        case Range::all:
            return std::chrono::days(365);
    }
    std::unreachable();
}

Task<Result<Stats>> stats_of(UnitOfWork& work, Uuid user, Range range, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    const Day from = today - length_of(range) + std::chrono::days(1);
    std::optional<Day> since;
    if (range != Range::all) since = from;
    auto stats = co_await load_sums(work, user, since);
    stats.days = co_await load_days(work, user, from, today);
    co_return stats;
}

}  // namespace

Task<Result<http::Reply<ActivityView>>> ProgressService::record(http::Request request,
                                                                ActivityBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<ActivityView> effect = [user, body = std::move(body), now](UnitOfWork& work) {
        return recorded(work, user, body, now);
    };
    return once<ActivityView>(db_, std::move(request), "progress.activity", std::move(effect));
}

Task<Result<ProgressView>> ProgressService::overview(Uuid user, Instant now) {
    return db_.read<ProgressView>(
        [user, now](UnitOfWork& work) { return overview_of(work, user, now); });
}

Task<Result<Stats>> ProgressService::stats(Uuid user, Range range, Instant now) {
    return db_.read<Stats>(
        [user, range, now](UnitOfWork& work) { return stats_of(work, user, range, now); });
}

}  // namespace lexi::progress
