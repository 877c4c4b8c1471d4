#pragma once
#include "kit/router.hpp"
#include "pronunciation/service.hpp"

namespace lexi::pronunciation {

void mount_pronunciation(http::Router& router, PronunciationService& service);

}  // namespace lexi::pronunciation
