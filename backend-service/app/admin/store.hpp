#pragma once
#include <optional>
#include <vector>

#include "app/admin/schema.hpp"
#include "app/core/database.hpp"

namespace lexi::admin {

/// How many users a listing counts and pages through at most; a narrower filter shows the others.
inline constexpr std::int64_t kMostListed = 10'000;

struct Found {
    std::vector<UserItem> users;
    std::int64_t total = 0;
};

/// Newest first; by a search, in the order of usernames.
Task<Found> list_users(UnitOfWork& work, UserFilter filter, std::int64_t limit,
                       std::int64_t offset);

/// Changes that could leave no administrator take turns until the end of `work`.
Task<Rows> lock_admins(UnitOfWork& work);
/// An administrator who is switched on.
Task<bool> has_other_admin(UnitOfWork& work, Uuid user);
Task<std::optional<jwt::Role>> active_role(UnitOfWork& work, Uuid user);
/// False where there is no such user.
Task<bool> set_active(UnitOfWork& work, Uuid user, bool is_active);
Task<bool> set_role(UnitOfWork& work, Uuid user, jwt::Role role);

}  // namespace lexi::admin
