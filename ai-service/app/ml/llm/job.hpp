#pragma once
// A job on its way through the engine.
#include <llama.h>

#include <optional>
#include <vector>

#include "ml/llm/answer.hpp"
#include "ml/llm/json_cursor.hpp"
#include "ml/llm/llama_model.hpp"

namespace lexi::ml {

/// Queued, then running in a slot. The engine's thread only (after submit).
struct Work : Answer {
    std::vector<llama_token> prompt;
    std::optional<JsonCursor> cursor;  // where there is a schema

    // While it runs:
    Sampler sampler;
    std::size_t computed = 0;  // tokens of the prompt that are in the cache
    llama_token next = 0;      // sampled, not yet decoded

    bool in_prompt() const { return computed < prompt.size(); }
};

}  // namespace lexi::ml
