#pragma once
// One answer of the language model, awaited from an event loop.
#include <functional>

#include "kit/http.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::core {

/// Whole letters, on the engine's thread; false: nobody listens any more.
using Listener = std::function<bool(std::string_view)>;

/// Submits `job` and resumes on the caller's loop when it has ended. It ends early, with
/// finish_reason "cancelled", when `listener` says false or when the connection of `client` (if
/// there is one) is gone.
Task<Result<ml::LlmOutcome>> generate(ml::Llm* llm, ml::LlmJob job, Listener listener,
                                      drogon::HttpRequestPtr client);

}  // namespace lexi::core
