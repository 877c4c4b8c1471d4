#pragma once
#include "app/streaks/service.hpp"
#include "kit/router.hpp"

namespace lexi::streaks {

void mount_streaks(http::Router& router, StreakService& service);

}  // namespace lexi::streaks
