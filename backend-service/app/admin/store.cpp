#include "app/admin/store.hpp"

#include "admin_sql.hpp"

namespace lexi::admin {
namespace {

UserItem item(const Row& row) {
    return {.id = column::text(row, "id"),
            .email = column::text(row, "email"),
            .username = column::text(row, "username"),
            .display_name = column::maybe_text(row, "display_name"),
            .role = column::text(row, "role"),
            .is_active = column::flag(row, "is_active"),
            .created_at = to_rfc3339(column::instant(row, "created_at"))};
}

std::optional<std::string> role_of(const UserFilter& filter) {
    if (!filter.role) return std::nullopt;
    return std::string(jwt::to_text(*filter.role));
}

}  // namespace

Task<Found> list_users(UnitOfWork& work, UserFilter filter, std::int64_t limit,
                       std::int64_t offset) {
    const auto role = role_of(filter);
    Found found;
    if (filter.search) {
        const auto rows = co_await work.run(sql::search_users, *filter.search, role,
                                            filter.is_active, limit, offset);
        for (const auto row : rows) found.users.push_back(item(row));
        const auto count =
            co_await work.run(sql::count_found, *filter.search, role, filter.is_active);
        found.total = column::bigint(count[0], "total");
        co_return found;
    }
    const auto rows = co_await work.run(sql::list_users, role, filter.is_active, limit, offset);
    for (const auto row : rows) found.users.push_back(item(row));
    const auto count = co_await work.run(sql::count_users, role, filter.is_active, kMostListed);
    found.total = column::bigint(count[0], "total");
    co_return found;
}

Task<Rows> lock_admins(UnitOfWork& work) { return work.run(sql::lock_admins); }

Task<bool> has_other_admin(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::has_other_admin, user);
    co_return column::flag(rows[0], "found");
}

Task<std::optional<jwt::Role>> active_role(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::active_role, user);
    if (rows.empty()) co_return std::nullopt;
    co_return jwt::role_from(column::text(rows[0], "role"));
}

Task<bool> set_active(UnitOfWork& work, Uuid user, bool is_active) {
    const auto rows = co_await work.run(sql::set_active, user, is_active);
    co_return !rows.empty();
}

Task<bool> set_role(UnitOfWork& work, Uuid user, jwt::Role role) {
    const auto rows = co_await work.run(sql::set_role, user, jwt::to_text(role));
    co_return !rows.empty();
}

}  // namespace lexi::admin
