#pragma once
#include "app/auth/personal_tokens.hpp"
#include "app/auth/service.hpp"
#include "kit/router.hpp"

namespace lexi::auth {

void mount_auth(http::Router& router, AuthService& service);
void mount_personal_tokens(http::Router& router, PersonalTokens& tokens);

}  // namespace lexi::auth
