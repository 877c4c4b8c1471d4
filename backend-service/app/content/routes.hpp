#pragma once
#include "app/content/service.hpp"
#include "kit/router.hpp"

namespace lexi::content {

void mount_authoring(http::Router& router, AuthoringService& service);

}  // namespace lexi::content
