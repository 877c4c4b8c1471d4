#pragma once
#include "app/goals/service.hpp"
#include "kit/router.hpp"

namespace lexi::goals {

void mount_goals(http::Router& router, GoalService& service);

}  // namespace lexi::goals
