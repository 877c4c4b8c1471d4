#include "app/admin/service.hpp"

#include "app/admin/store.hpp"

namespace lexi::admin {
namespace {

using Listing = http::Reply<std::vector<UserItem>>;

struct Changed {
    UserView user;
    Ended ended;
};

std::unexpected<Problem> no_user() { return fail(Fault::not_found, "There is no such user."); }

Task<Result<Listing>> listed(UnitOfWork& work, UserFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    if ((page - 1) * size >= kMostListed) {
        co_return fail_field("page", "goes beyond the first 10,000 users; narrow the filter");
    }
    auto found = co_await list_users(work, std::move(filter), size, (page - 1) * size);
    Listing reply(std::move(found.users));
    reply.paged(http::pagination(page, size, found.total));
    co_return reply;
}

// Would the change take away the last administrator?
Task<bool> is_last_admin(UnitOfWork& work, Uuid user) {
    co_await lock_admins(work);
    const auto role = co_await active_role(work, user);
    if (role != jwt::Role::admin) co_return false;
    const bool other = co_await has_other_admin(work, user);
    co_return !other;
}

std::unexpected<Problem> last_admin() {
    return fail(Fault::conflict, "This is the last administrator; make another one first.");
}

Task<Result<Changed>> switched_off(UnitOfWork& work, Revocation& revocation, Uuid user,
                                   Instant now) {
    const bool last = co_await is_last_admin(work, user);
    if (last) co_return last_admin();
    const bool found = co_await set_active(work, user, false);
    if (!found) co_return no_user();
    auto ended = co_await revocation.end(work, user, Reach::everything, now);
    auto view = co_await load_user(work, user, now);
    if (!view) co_return std::unexpected(view.error());
    co_return Changed{std::move(*view), std::move(ended)};
}

Task<Result<UserView>> switched_on(UnitOfWork& work, Uuid user, Instant now) {
    const bool found = co_await set_active(work, user, true);
    if (!found) co_return no_user();
    auto view = co_await load_user(work, user, now);
    co_return view;
}

Task<Result<Changed>> with_role(UnitOfWork& work, Revocation& revocation, Uuid user, jwt::Role role,
                                Instant now) {
    const bool last = role != jwt::Role::admin && co_await is_last_admin(work, user);
    if (last) co_return last_admin();
    const bool found = co_await set_role(work, user, role);
    if (!found) co_return no_user();
    auto ended = co_await revocation.end(work, user, Reach::access_tokens, now);
    auto view = co_await load_user(work, user, now);
    if (!view) co_return std::unexpected(view.error());
    co_return Changed{std::move(*view), std::move(ended)};
}

}  // namespace

Task<Result<Listing>> AdminService::list(UserFilter filter) {
    return db_.read<Listing>(
        [filter = std::move(filter)](UnitOfWork& work) { return listed(work, filter); });
}

Task<Result<UserView>> AdminService::deactivate(Uuid user, Instant now) {
    Effect<Changed> effect = [&revocation = revocation_, user, now](UnitOfWork& work) {
        return switched_off(work, revocation, user, now);
    };
    auto changed = co_await db_.transact<Changed>(std::move(effect));
    if (!changed) co_return std::unexpected(changed.error());
    co_await revocation_.publish(changed->ended, now);
    co_return std::move(changed->user);
}

Task<Result<UserView>> AdminService::activate(Uuid user, Instant now) {
    return db_.transact<UserView>(
        [user, now](UnitOfWork& work) { return switched_on(work, user, now); });
}

Task<Result<UserView>> AdminService::change_role(Uuid user, jwt::Role role, Instant now) {
    Effect<Changed> effect = [&revocation = revocation_, user, role, now](UnitOfWork& work) {
        return with_role(work, revocation, user, role, now);
    };
    auto changed = co_await db_.transact<Changed>(std::move(effect));
    if (!changed) co_return std::unexpected(changed.error());
    co_await revocation_.publish(changed->ended, now);
    co_return std::move(changed->user);
}

}  // namespace lexi::admin
