#pragma once
#include "app/admin/service.hpp"
#include "kit/router.hpp"

namespace lexi::admin {

void mount_admin(http::Router& router, AdminService& service);

}  // namespace lexi::admin
