#pragma once
#include "app/courses/service.hpp"
#include "kit/router.hpp"

namespace lexi::courses {

void mount_courses(http::Router& router, CourseService& service);

}  // namespace lexi::courses
