#pragma once
#include "app/users/schema.hpp"

namespace lexi::users {

Task<Rows> lock_user(UnitOfWork& work, Uuid user);
Task<Rows> save_profile(UnitOfWork& work, Uuid user, ProfileChange change, Settings settings);
/// False where there was no such user.
Task<bool> erase_user(UnitOfWork& work, Uuid user);

}  // namespace lexi::users
