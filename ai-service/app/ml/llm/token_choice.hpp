#pragma once
// The next token: within a schema, and how likely it was. The engine's thread, after a decode.
#include <optional>

#include "ml/llm/json_cursor.hpp"
#include "ml/llm/llama_model.hpp"

namespace lexi::ml {

/// Chooses by `sampler` among the likeliest tokens with which `cursor` can go on (an end of the
/// answer only where the value may end); nothing where there is none.
std::optional<llama_token> choose_within(const LlamaModel& model, llama_sampler* sampler,
                                         std::int32_t output, const JsonCursor& cursor);

/// How likely `chosen` was, and the `top` likeliest, by the model alone: before temperature, top_p
/// and schema.
TokenLogprob logprob_of(const LlamaModel& model, std::int32_t output, llama_token chosen,
                        std::uint32_t top);

}  // namespace lexi::ml
