#pragma once
#include <cstdint>

#include "ml/llm/llm.hpp"

namespace lexi::ml::tool {

/// How fast the engine gives one answer, against a bare loop over llama_decode with the same model,
/// file, threads and context (what llama-bench times as tg): in turn, `rounds` times `tokens`
/// tokens each. Prints the rounds and the ratio of the medians. The exit status is 0 if it ran.
int try_speed(Llm& llm, const LlamaConfig& config, std::uint32_t tokens, std::uint32_t rounds);

}  // namespace lexi::ml::tool
