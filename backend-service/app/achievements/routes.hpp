#pragma once
#include "app/achievements/service.hpp"
#include "kit/router.hpp"

namespace lexi::achievements {

void mount_achievements(http::Router& router, AchievementService& service);

}  // namespace lexi::achievements
