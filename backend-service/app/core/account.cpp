#include "app/core/account.hpp"

#include <array>
#include <utility>

#include "app/core/learner_day.hpp"
#include "app/core/rewards.hpp"
#include "core_sql.hpp"

namespace lexi {
namespace {

// Settings written by an older release may lack fields; they keep their defaults.
Settings settings_of(const Row& row) {
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    Settings settings;
    const auto text = column::text(row, "settings");
    if (glz::read<lenient>(settings, text)) return {};
    return settings;
}

std::vector<ZoneSpan> zones_of(const Rows& rows) {
    std::vector<ZoneSpan> zones;
    for (const auto& row : rows) {
        if (column::is_null(row, "since")) continue;
        zones.push_back({.since = column::instant(row, "since"),
                         .zone = column::text(row, "zone"),
                         .first_day = column::day(row, "first_day")});
    }
    return zones;
}

Scheduling scheduling_of(const Row& row) {
    Scheduling scheduling{settings_of(row)};
    if (const auto text = column::maybe_text(row, "fsrs_weights")) {
        if (glz::read_json(scheduling.fsrs_weights, *text)) scheduling.fsrs_weights.clear();
    }
    return scheduling;
}

Result<Learner> learner_of(Uuid user, const Rows& rows) {
    if (rows.empty()) {
        return fail(Fault::token_invalid, "This account no longer exists or is switched off.");
    }
    return Learner{user, column::text(rows[0], "time_zone"), scheduling_of(rows[0]),
                   zones_of(rows)};
}

}  // namespace

Day Learner::day(Instant at) const { return learner_day(at, zones, time_zone); }

Task<Result<Learner>> load_learner(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(core::sql::load_learner, user);
    co_return learner_of(user, rows);
}

Task<Result<Learner>> lock_learner(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(core::sql::lock_learner, user);
    co_return learner_of(user, rows);
}

Task<Rows> move_learner(UnitOfWork& work, Learner learner, std::string zone, Instant now) {
    const Day reached = learner.day(now);
    const Day arrived = learner_day(now, zone);
    const std::chrono::days one{1};
    return work.run(core::sql::move_learner, learner.id, now, zone, reached, learner.time_zone,
                    reached + one, arrived - one);
}

Task<Rows> show_in_leaderboard(UnitOfWork& work, Uuid user, bool shown) {
    return work.run(core::sql::show_in_leaderboard, user, shown);
}

Task<Result<UserView>> load_user(UnitOfWork& work, Uuid user, Instant now) {
    const auto rows = co_await work.run(core::sql::load_user, user);
    if (rows.empty()) co_return fail(Fault::not_found, "There is no such user.");
    const auto row = rows[0];
    UserView view{
        .id = user.str(),
        .email = column::text(row, "email"),
        .username = column::text(row, "username"),
        .display_name = column::maybe_text(row, "display_name"),
        .avatar_url = column::maybe_text(row, "avatar_url"),
        .native_language = column::text(row, "native_language"),
        .target_language = column::text(row, "target_language"),
        .level = column::text(row, "level"),
        .role = column::text(row, "role"),
        .time_zone = column::text(row, "time_zone"),
        .daily_goal = column::integer(row, "daily_goal"),
        .xp = column::bigint(row, "xp"),
        .settings = settings_of(row),
        .is_active = column::flag(row, "is_active"),
        .created_at = to_rfc3339(column::instant(row, "created_at")),
        .updated_at = to_rfc3339(column::instant(row, "updated_at")),
    };
    const auto zones = zones_of(co_await work.run(core::sql::load_zones, user));
    const auto streak = co_await load_streak(work, user);
    view.streak = streak_on(streak, learner_day(now, zones, view.time_zone));
    co_return view;
}

std::optional<std::string> level_from(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kLevels = {{
        {"A1", "beginner"},
        {"A2", "elementary"},
        {"B1", "intermediate"},
        {"B2", "upper_intermediate"},
        {"C1", "advanced"},
        {"C2", "proficient"},
    }};
    for (const auto& [level, name] : kLevels) {
        if (text == level || text == name) return std::string(level);
    }
    return std::nullopt;
}

}  // namespace lexi
