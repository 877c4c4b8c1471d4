#pragma once
#include "kit/router.hpp"
#include "ml/llm/llm_router.hpp"

namespace lexi::openai {

/// What the slice works with; all of it outlives the routes.
struct Parts {
    ml::LlmRouter& llm;
    std::uint32_t max_tokens;  // the longest answer that may be asked for
    float temperature;
};

/// POST /v1/chat/completions and GET /v1/models, outside the prefix, as OpenAI's clients want them.
void mount_openai(http::Router& router, const Parts& parts);

}  // namespace lexi::openai
