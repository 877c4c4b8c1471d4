#pragma once
#include "app/vocabulary/service.hpp"
#include "kit/router.hpp"

namespace lexi::vocabulary {

void mount_vocabulary(http::Router& router, VocabularyService& service);

}  // namespace lexi::vocabulary
