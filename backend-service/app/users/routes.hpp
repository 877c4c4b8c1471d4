#pragma once
#include "app/users/service.hpp"
#include "kit/router.hpp"

namespace lexi::users {

void mount_users(http::Router& router, UserService& service);

}  // namespace lexi::users
