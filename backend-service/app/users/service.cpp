#include "app/users/service.hpp"

#include "app/core/learner_day.hpp"
#include "app/users/store.hpp"

namespace lexi::users {
namespace {

Settings merged(Settings settings, const std::optional<SettingsChange>& change) {
    if (!change) return settings;
    settings.desired_retention = change->desired_retention.value_or(settings.desired_retention);
    settings.new_per_day = change->new_per_day.value_or(settings.new_per_day);
    settings.reviews_per_day = change->reviews_per_day.value_or(settings.reviews_per_day);
    settings.easy_days = change->easy_days.value_or(settings.easy_days);
    settings.scheduler = change->scheduler.value_or(settings.scheduler);
    settings.leaderboard = change->leaderboard.value_or(settings.leaderboard);
    return settings;
}

Task<Result<UserView>> apply(UnitOfWork& work, Uuid user, ProfileChange change, Instant now) {
    const auto before = co_await lock_learner(work, user);
    if (!before) co_return std::unexpected(before.error());
    if (change.level) change.level = level_from(*change.level);
    if (change.time_zone && *change.time_zone != before->time_zone) {
        co_await move_learner(work, *before, *change.time_zone, now);
    }
    const auto settings = merged(before->settings, change.settings);
    if (settings.leaderboard != before->settings.leaderboard) {
        co_await show_in_leaderboard(work, user, settings.leaderboard);
    }
    co_await save_profile(work, user, change, settings);
    auto after = co_await load_user(work, user, now);
    co_return after;
}

Task<Result<Ended>> erased(UnitOfWork& work, Revocation& revocation, Uuid user, Instant now) {
    const auto before = co_await load_user(work, user, now);
    if (!before) co_return std::unexpected(before.error());
    auto ended = co_await revocation.end(work, user, Reach::everything, now);
    co_await erase_user(work, user);
    co_return ended;
}

}  // namespace

Task<Result<UserView>> UserService::show(Uuid user, Instant now) {
    return db_.read<UserView>([user, now](UnitOfWork& work) { return load_user(work, user, now); });
}

Task<Result<UserView>> UserService::change(Uuid user, ProfileChange change, Instant now) {
    if (change.time_zone && !is_time_zone(*change.time_zone)) {
        co_return fail_field("time_zone", "must be an IANA time zone such as Asia/Ho_Chi_Minh");
    }
    Effect<UserView> effect = [user, change = std::move(change), now](UnitOfWork& work) {
        return apply(work, user, change, now);
    };
    auto view = co_await db_.transact<UserView>(std::move(effect));
    co_return view;
}

Task<Result<http::Empty>> UserService::erase(Uuid user, Instant now) {
    Effect<Ended> effect = [&revocation = revocation_, user, now](UnitOfWork& work) {
        return erased(work, revocation, user, now);
    };
    const auto ended = co_await db_.transact<Ended>(std::move(effect));
    if (!ended) co_return std::unexpected(ended.error());
    co_await revocation_.publish(*ended, now);
    co_return http::Empty{};
}

Task<Result<Export>> UserService::export_all(Uuid user, std::string request_id, Instant now) {
    // Each holds a connection for its whole length.
    constexpr int kAtOnce = 2;
    if (exports_.fetch_add(1) >= kAtOnce) {
        --exports_;
        co_return fail_busy("Other exports are being written. Please try again shortly.", 2);
    }
    const std::shared_ptr<void> counted(nullptr, [this](void*) { --exports_; });
    auto done =
        co_await write_export(db_, writers_, scratch_dir_, user, std::move(request_id), now);
    co_return done;
}

}  // namespace lexi::users
