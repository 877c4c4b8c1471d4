#pragma once
// How the service and its engines are. Open to anyone: it says nothing of any learner.
#include <vector>

#include "core/mongo.hpp"
#include "kit/router.hpp"
#include "ml/engine.hpp"

namespace lexi::health {

/// The engines and `mongo` outlive the router.
void mount_health(http::Router& router, std::vector<const ml::Engine*> engines, core::Mongo& mongo);

}  // namespace lexi::health
