#pragma once
#include "app/auth/service.hpp"
#include "kit/router.hpp"

namespace lexi::auth {

void mount_auth(http::Router& router, AuthService& service);

}  // namespace lexi::auth
