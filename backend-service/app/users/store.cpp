#include "app/users/store.hpp"

#include "users_sql.hpp"

namespace lexi::users {

Task<Rows> lock_user(UnitOfWork& work, Uuid user) { return work.run(sql::lock_user, user); }

Task<Rows> save_profile(UnitOfWork& work, Uuid user, ProfileChange change, Settings settings) {
    return work.run(sql::save_profile, user, change.display_name, change.avatar_url,
                    change.native_language, change.target_language, change.level, change.daily_goal,
                    change.time_zone, glz::write_json(settings).value_or("{}"));
}

Task<bool> erase_user(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::erase_user, user);
    co_return !rows.empty();
}

}  // namespace lexi::users
