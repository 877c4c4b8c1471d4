#pragma once
#include "core/await_llm.hpp"

namespace lexi::chat {

using core::generate;
using core::Listener;

}  // namespace lexi::chat
