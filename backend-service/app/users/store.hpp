#pragma once
#include <string>
#include <vector>

#include "app/users/schema.hpp"

namespace lexi::users {

Task<Rows> save_profile(UnitOfWork& work, Uuid user, ProfileChange change, Settings settings);
Task<Rows> erase_user(UnitOfWork& work, Uuid user);

/// The tables that have rows of a user.
Task<std::vector<std::string>> list_tables(UnitOfWork& work);
/// The user's rows of one of them: opened, fetched five hundred at a time ("line": JSON) until
/// there are none, closed.
Task<Rows> open_export(UnitOfWork& work, Uuid user, std::string table);
Task<Rows> fetch_export(UnitOfWork& work);
Task<Rows> close_export(UnitOfWork& work);
/// What `work` reads from here on is one moment's state.
Task<Rows> hold_still(UnitOfWork& work);

}  // namespace lexi::users
