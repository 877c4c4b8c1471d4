#include "app/users/service.hpp"

#include "app/core/learner_day.hpp"
#include "app/users/store.hpp"

namespace lexi::users {
namespace {

Settings merged(Settings settings, const std::optional<SettingsChange>& change) {
    if (!change) return settings;
    settings.desired_retention = change->desired_retention.value_or(settings.desired_retention);
    settings.new_per_day = change->new_per_day.value_or(settings.new_per_day);
    settings.scheduler = change->scheduler.value_or(settings.scheduler);
    return settings;
}

Task<Result<UserView>> apply(UnitOfWork& work, Uuid user, ProfileChange change, Instant now) {
    co_await lock_user(work, user);
    const auto before = co_await load_user(work, user, now);
    if (!before) co_return before;
    if (change.level) change.level = level_from(*change.level);
    co_await save_profile(work, user, change, merged(before->settings, change.settings));
    auto after = co_await load_user(work, user, now);
    co_return after;
}

Task<Result<http::Empty>> erased(UnitOfWork& work, Uuid user) {
    const bool found = co_await erase_user(work, user);
    if (!found) co_return fail(Fault::not_found, "There is no such user.");
    co_return http::Empty{};
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
    Effect<http::Empty> effect = [user](UnitOfWork& work) { return erased(work, user); };
    auto done = co_await db_.transact<http::Empty>(std::move(effect));
    // One second ahead: tokens carry whole seconds, and nobody can sign in as this user again.
    if (done) co_await revocation_.publish_user(user, now + std::chrono::seconds(1));
    co_return done;
}

}  // namespace lexi::users
