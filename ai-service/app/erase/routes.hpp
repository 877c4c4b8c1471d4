#pragma once
// Everything that this service keeps of one learner, erased at once. The account itself is the
// Backend's; the client asks both.
#include "core/audio_store.hpp"
#include "kit/http.hpp"
#include "kit/router.hpp"

namespace lexi::erase {

struct EraseParts {
    core::Mongo& mongo;
    const core::AudioStore& store;
};

void mount_erase(http::Router& router, EraseParts parts);

}  // namespace lexi::erase
