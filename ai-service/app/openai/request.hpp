#pragma once
// What POST /v1/chat/completions asks, in OpenAI's words. Pure.
#include <string_view>

#include "kit/result.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::openai {

struct Defaults {
    std::uint32_t max_tokens = 0;  // also the most that may be asked for
    float temperature = 0;
};

struct Wanted {
    ml::LlmJob job;  // max_tokens 0: as many as there is room for
    bool stream = false;
    bool include_usage = false;  // as a last chunk of the stream
};

/// Members of OpenAI's that change the answer in a way we cannot (n, tools, penalties, logit_bias,
/// images) are refused unless they ask for nothing; those that change nothing are passed over;
/// others are unknown and refused. Faults: malformed, invalid with the member named.
Result<Wanted> read_request(std::string_view body, const Defaults& defaults);

}  // namespace lexi::openai
