#pragma once
#include "app/progress/service.hpp"
#include "kit/router.hpp"

namespace lexi::progress {

void mount_progress(http::Router& router, ProgressService& service);

}  // namespace lexi::progress
