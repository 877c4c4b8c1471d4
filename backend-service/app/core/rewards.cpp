#include "app/core/rewards.hpp"

#include <glaze/glaze.hpp>

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

std::string prizes_json(std::vector<Prize> prizes) {
    return glz::write_json(prizes).value_or("[]");
}

bool is_practice(const Deed& deed) {
    const auto& t = deed.tally;
    return !deed.prizes.empty() || t.lessons + t.answers + t.reviews + t.seconds > 0;
}

}  // namespace

Task<Reward> reward(UnitOfWork& work, Uuid user, Deed deed) {
    const bool counts = is_practice(deed);
    std::erase_if(deed.prizes, [](const Prize& prize) { return prize.amount <= 0; });
    const auto& t = deed.tally;
    const auto done = co_await work.run(
        core::sql::record_deed, user, deed.day, deed.at, prizes_json(deed.prizes), counts, t.skill,
        t.seconds, t.lessons, t.perfect_lessons, t.answers, t.answers_correct, t.reviews,
        t.reviews_due, t.reviews_recalled, t.words_added, t.courses);
    if (done.empty()) throw std::logic_error("a reward for a learner who is not there");
    Reward out{.xp_earned = column::integer(done[0], "xp_earned")};
    if (column::flag(done[0], "is_new_day")) co_await work.run(core::sql::recount_streak, user);
    out.streak = co_await load_streak(work, user);
    co_return out;
}

Task<Reward> take_back(UnitOfWork& work, Uuid user, Deed deed) {
    const auto& t = deed.tally;
    const auto done = co_await work.run(
        core::sql::take_back_deed, user, deed.day, deed.at, prizes_json(deed.prizes), t.skill,
        t.seconds, t.lessons, t.perfect_lessons, t.answers, t.answers_correct, t.reviews,
        t.reviews_due, t.reviews_recalled, t.words_added, t.courses);
    if (done.empty()) throw std::logic_error("a learner who is not there");
    Reward out{.xp_earned = column::integer(done[0], "xp_earned")};
    out.streak = co_await load_streak(work, user);
    co_return out;
}

Task<Streak> load_streak(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(core::sql::load_streak, user);
    co_return streak_of(rows);
}

}  // namespace lexi
