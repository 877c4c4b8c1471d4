#include "app/achievements/service.hpp"

#include <algorithm>
#include <format>
#include <map>

#include "achievements_sql.hpp"
#include "app/core/achievements.hpp"
#include "app/core/rewards.hpp"

namespace lexi::achievements {
namespace {

using Unlocks = std::map<std::string, Instant, std::less<>>;

DefinitionView masked(std::size_t place, std::int64_t xp) {
    return {.code = std::format("hidden-{}", place),
            .title = "Hidden achievement",
            .title_vi = "Thành tích ẩn",
            .description = "Unlock it to see what it is.",
            .description_vi = "Mở khoá để biết đó là gì.",
            .icon = "lock",
            .hidden = true,
            .xp = xp,
            .metric = {},
            .threshold = {}};
}

DefinitionView shown(const Achievement& one) {
    return {.code = one.code,
            .title = one.title,
            .title_vi = one.title_vi,
            .description = one.description,
            .description_vi = one.description_vi,
            .icon = one.icon,
            .hidden = one.hidden,
            .xp = one.xp,
            .metric = std::string(name_of(one.metric)),
            .threshold = one.threshold};
}

Task<Unlocks> load_unlocks(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_unlocks, user);
    Unlocks unlocks;
    for (const auto& row : rows) {
        unlocks.emplace(column::text(row, "code"), column::instant(row, "unlocked_at"));
    }
    co_return unlocks;
}

Task<Counters> load_counters(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_counters, user);
    Counters counters;
    if (!rows.empty()) counters = counters_of(rows[0]);
    const auto streak = co_await load_streak(work, user);
    counters[Metric::longest_streak] = streak.longest;
    counters[Metric::days_active] = streak.total_days;
    co_return counters;
}

Task<Result<std::vector<DefinitionView>>> defined(UnitOfWork& work, Uuid user) {
    const auto unlocks = co_await load_unlocks(work, user);
    std::vector<DefinitionView> list;
    for (const auto& one : all_achievements()) {
        const bool mask = one.hidden && !unlocks.contains(one.code);
        list.push_back(mask ? masked(list.size() + 1, one.xp) : shown(one));
    }
    co_return list;
}

Task<Result<MineView>> mine_of(UnitOfWork& work, Uuid user) {
    const auto unlocks = co_await load_unlocks(work, user);
    const auto counters = co_await load_counters(work, user);
    MineView view;
    for (const auto& one : all_achievements()) {
        const auto unlocked = unlocks.find(one.code);
        ++view.total;
        if (unlocked != unlocks.end()) {
            ++view.unlocked;
            view.items.push_back({.achievement = shown(one),
                                  .progress = one.threshold,
                                  .unlocked_at = to_rfc3339(unlocked->second)});
        } else if (one.hidden) {
            const auto place = static_cast<std::size_t>(view.total);
            view.items.push_back({.achievement = masked(place, one.xp)});
        } else {
            view.items.push_back({.achievement = shown(one),
                                  .progress = std::min(counters[one.metric], one.threshold)});
        }
    }
    co_return view;
}

}  // namespace

Task<Result<std::vector<DefinitionView>>> AchievementService::definitions(Uuid user) {
    return db_.read<std::vector<DefinitionView>>(
        [user](UnitOfWork& work) { return defined(work, user); });
}

Task<Result<MineView>> AchievementService::mine(Uuid user) {
    return db_.read<MineView>([user](UnitOfWork& work) { return mine_of(work, user); });
}

}  // namespace lexi::achievements
