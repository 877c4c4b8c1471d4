#pragma once
#include "app/leaderboard/service.hpp"
#include "kit/router.hpp"

namespace lexi::leaderboard {

void mount_leaderboard(http::Router& router, LeaderboardService& service);

}  // namespace lexi::leaderboard
