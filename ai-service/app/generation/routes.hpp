#pragma once
#include "generation/service.hpp"
#include "kit/router.hpp"

namespace lexi::generation {

void mount_generation(http::Router& router, GenerationService& service);

}  // namespace lexi::generation
