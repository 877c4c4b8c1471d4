#include "app/users/store.hpp"

#include "users_sql.hpp"

namespace lexi::users {

Task<Rows> save_profile(UnitOfWork& work, Uuid user, ProfileChange change, Settings settings) {
    return work.run(sql::save_profile, user, change.display_name, change.avatar_url,
                    change.native_language, change.target_language, change.level, change.daily_goal,
                    change.time_zone, glz::write_json(settings).value_or("{}"));
}

Task<Rows> erase_user(UnitOfWork& work, Uuid user) { return work.run(sql::erase_user, user); }

Task<std::vector<std::string>> list_tables(UnitOfWork& work) {
    const auto rows = co_await work.run(sql::list_tables);
    std::vector<std::string> tables;
    for (const auto row : rows) tables.push_back(column::text(row, "table_name"));
    co_return tables;
}

Task<Rows> open_export(UnitOfWork& work, Uuid user, std::string table) {
    return work.run(sql::open_export, user, table);
}

Task<Rows> fetch_export(UnitOfWork& work) { return work.run(sql::fetch_export); }

Task<Rows> close_export(UnitOfWork& work) { return work.run(sql::close_export); }

Task<Rows> hold_still(UnitOfWork& work) { return work.run(sql::hold_still); }

}  // namespace lexi::users
