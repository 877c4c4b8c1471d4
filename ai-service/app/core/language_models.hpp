#pragma once
#include <memory>

#include "core/config.hpp"
#include "ml/llm/llm_router.hpp"

namespace lexi::core {

/// The models that the configuration names, which load in the background. A second one in process
/// (LLAMA_MODEL_PATH) is loaded only where QWEN_MODEL_PATH has a file too, and another.
std::unique_ptr<ml::LlmRouter> language_models(const Config& config);

}  // namespace lexi::core
