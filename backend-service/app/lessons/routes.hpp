#pragma once
#include "app/lessons/service.hpp"
#include "kit/router.hpp"

namespace lexi::lessons {

void mount_lessons(http::Router& router, LessonService& service);

}  // namespace lexi::lessons
