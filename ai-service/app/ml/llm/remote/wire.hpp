#pragma once
// OpenAI's chat completions as a client speaks them. Pure.
#include <optional>
#include <string>
#include <string_view>

#include "ml/llm/llm.hpp"

namespace lexi::ml {

/// The body that asks `model` for a streamed answer to `job`.
std::string completion_request(const LlmJob& job, const std::string& model);

/// What one event of the stream says; absent members were not said.
struct CompletionChunk {
    std::string text;
    std::optional<std::string> finish_reason;  // stop, length, …
    std::optional<LlmUsage> usage;             // tokens only
    std::vector<TokenLogprob> logprobs;
    std::optional<std::string> error;
};
/// Nothing where `data` is no such JSON.
std::optional<CompletionChunk> read_chunk(std::string_view data);

/// The first model that GET /v1/models lists; empty where it lists none or is no such JSON.
std::string first_model(std::string_view body);

/// Tokens of `text`, rather too many than too few: a model's tokens have three bytes and more each
/// on average, in English and in Vietnamese.
std::uint32_t estimated_tokens(std::string_view text);

}  // namespace lexi::ml
