#pragma once
#include "kit/router.hpp"
#include "suggestions/service.hpp"

namespace lexi::suggestions {

void mount_suggestions(http::Router& router, SuggestionService& service);

}  // namespace lexi::suggestions
