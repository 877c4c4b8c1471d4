#pragma once
#include "chat/service.hpp"
#include "kit/router.hpp"

namespace lexi::chat {

void mount_chat(http::Router& router, ChatService& service);

}  // namespace lexi::chat
