#include "app/core/rewards.hpp"

#include <algorithm>
#include <glaze/glaze.hpp>
#include <set>

#include "app/core/account.hpp"
#include "app/core/achievements.hpp"
#include "core_sql.hpp"

namespace lexi {
namespace {

Streak streak_of(const Rows& rows) {
    if (rows.empty() || column::is_null(rows[0], "current_streak")) return {};
    const auto row = rows[0];
    Streak streak{.current = column::integer(row, "current_streak"),
                  .longest = column::integer(row, "longest_streak"),
                  .last_day = column::maybe_day(row, "last_activity_date"),
                  .total_days = column::integer(row, "total_days_active"),
                  .reserve = column::integer(row, "reserve"),
                  .lost_on = column::maybe_day(row, "lost_on")};
    for (const auto& excused : rows) {
        if (const auto day = column::maybe_day(excused, "excused")) streak.excused.push_back(*day);
    }
    return streak;
}

Task<Rows> save_streak(UnitOfWork& work, Uuid user, Streak streak) {
    return work.run(core::sql::save_streak, user, streak.current, streak.longest, streak.last_day,
                    streak.total_days, streak.reserve, streak.lost_on);
}

// A day that was not counted before. The usual one comes after all others.
Task<Streak> count_day(UnitOfWork& work, Uuid user, Day day) {
    auto streak = co_await load_streak(work, user);
    if (streak.last_day && day <= *streak.last_day) {
        auto anew = co_await recount_streak(work, user);
        co_return anew;
    }
    streak = next_day(std::move(streak), day);
    co_await save_streak(work, user, streak);
    co_return streak;
}

bool is_practice(const Deed& deed) {
    const auto& t = deed.tally;
    return !deed.prizes.empty() || t.lessons + t.answers + t.reviews + t.seconds > 0;
}

std::string prizes_json(std::vector<Prize> prizes) {
    std::erase_if(prizes, [](const Prize& prize) { return prize.amount <= 0; });
    return glz::write_json(prizes).value_or("[]");
}

// What a deed left behind: its points, and how far the learner is.
struct Recorded {
    int xp_earned = 0;
    Streak streak;
    bool is_new_day = false;  // which `streak` does not count yet
    Counters counters;
    std::set<std::string, std::less<>> unlocked;
};

Recorded recorded_of(const Rows& rows) {
    const auto row = rows[0];
    Recorded r{.xp_earned = column::integer(row, "xp_earned"),
               .streak = streak_of(rows),
               .is_new_day = column::flag(row, "is_new_day"),
               .counters = counters_of(row),
               .unlocked = {}};
    if (glz::read_json(r.unlocked, column::text(row, "unlocked"))) {
        throw std::logic_error("unexpected JSON from record_deed");
    }
    return r;
}

Task<Recorded> record(UnitOfWork& work, Uuid user, Deed deed, bool counts) {
    const auto& t = deed.tally;
    const auto rows = co_await work.run(
        core::sql::record_deed, user, deed.day, deed.at, prizes_json(deed.prizes), counts, t.skill,
        t.seconds, t.lessons, t.perfect_lessons, t.answers, t.answers_correct, t.reviews,
        t.reviews_due, t.reviews_recalled, t.words_added, t.courses);
    if (rows.empty()) throw std::logic_error("a reward for a learner who is not there");
    co_return recorded_of(rows);
}

// The points of an achievement belong to the day on which it was unlocked, which is not that of an
// offline client's deed: else the order of its deeds would show in the days' sums.
Task<Recorded> pay_unlocked(UnitOfWork& work, Uuid user, std::vector<Unlocked> unlocked,
                            Instant at) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) throw std::logic_error("an achievement of a learner who is not there");
    Deed deed{.day = learner->day(at), .at = at, .prizes = {}};
    for (const auto& one : unlocked) {
        deed.prizes.push_back({"achievement:" + one.code, static_cast<int>(one.xp)});
    }
    auto recorded = co_await record(work, user, std::move(deed), false);
    co_return recorded;
}

struct NewlyUnlocked {
    std::vector<Unlocked> list;
    Instant at{};
};

Task<NewlyUnlocked> unlock(UnitOfWork& work, Uuid user, std::vector<Achievement> reached) {
    std::vector<std::string> codes;
    for (const auto& one : reached) codes.push_back(one.code);
    const auto rows =
        co_await work.run(core::sql::unlock, user, glz::write_json(codes).value_or("[]"));
    NewlyUnlocked out;
    for (const auto& row : rows) {
        const auto code = column::text(row, "code");
        const auto& one = *std::ranges::find(reached, code, &Achievement::code);
        out.list.push_back({one.code, one.title, one.title_vi, one.xp});
        out.at = column::instant(row, "unlocked_at");
    }
    co_return out;
}

// Until nothing more is reached: the points of one achievement may reach another.
Task<std::vector<Unlocked>> unlock_all(UnitOfWork& work, Uuid user, Recorded recorded,
                                       Streak streak) {
    std::vector<Unlocked> all;
    for (;;) {
        recorded.counters[Metric::longest_streak] = streak.longest;
        recorded.counters[Metric::days_active] = streak.total_days;
        auto reached = newly_reached(all_achievements(), recorded.counters, recorded.unlocked);
        if (reached.empty()) co_return all;
        for (const auto& one : reached) recorded.unlocked.insert(one.code);
        auto fresh = co_await unlock(work, user, std::move(reached));
        if (fresh.list.empty()) continue;
        all.insert(all.end(), fresh.list.begin(), fresh.list.end());
        std::erase_if(fresh.list, [](const Unlocked& one) { return one.xp == 0; });
        if (fresh.list.empty()) continue;
        recorded = co_await pay_unlocked(work, user, std::move(fresh.list), fresh.at);
    }
}

}  // namespace

Task<Reward> reward(UnitOfWork& work, Uuid user, Deed deed) {
    const Day day = deed.day;
    const bool counts = is_practice(deed);
    auto recorded = co_await record(work, user, std::move(deed), counts);
    Reward out{.xp_earned = recorded.xp_earned, .streak = recorded.streak};
    if (recorded.is_new_day) out.streak = co_await count_day(work, user, day);
    out.achievements_unlocked = co_await unlock_all(work, user, std::move(recorded), out.streak);
    co_return out;
}

Task<Reward> take_back(UnitOfWork& work, Uuid user, Deed deed) {
    const auto& t = deed.tally;
    const auto sources = glz::write_json(deed.prizes).value_or("[]");
    const auto done =
        co_await work.run(core::sql::take_back_deed, user, deed.day, deed.at, sources, t.skill,
                          t.seconds, t.lessons, t.perfect_lessons, t.answers, t.answers_correct,
                          t.reviews, t.reviews_due, t.reviews_recalled, t.words_added, t.courses);
    if (done.empty()) throw std::logic_error("a learner who is not there");
    Reward out{.xp_earned = column::integer(done[0], "xp_earned")};
    out.streak = co_await load_streak(work, user);
    co_return out;
}

Task<Streak> load_streak(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(core::sql::load_streak, user);
    co_return streak_of(rows);
}

Task<Streak> recount_streak(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(core::sql::load_streak_days, user);
    std::vector<Day> active;
    std::vector<Day> excused;
    for (const auto& row : rows) {
        (column::flag(row, "is_active") ? active : excused).push_back(column::day(row, "day"));
    }
    auto streak = fold_days(active, excused);
    if (streak.last_day) co_await save_streak(work, user, streak);
    co_return streak;
}

}  // namespace lexi
