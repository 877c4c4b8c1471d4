#pragma once
#include "kit/router.hpp"
#include "speech/service.hpp"

namespace lexi::speech {

void mount_speech(http::Router& router, SpeechService& service);

}  // namespace lexi::speech
