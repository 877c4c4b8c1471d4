#pragma once
// A job on its way through the engine.
#include <llama.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kit/utf8.hpp"
#include "ml/llm/llama_model.hpp"
#include "ml/llm/llm.hpp"
#include "ml/llm/text_filter.hpp"

namespace lexi::ml {

/// What the ticket and the engine share.
struct LlmTicket::Shared {
    std::atomic<bool> cancelled = false;
    std::atomic<bool> done = false;
};

/// Queued, then running in a slot. The engine's thread only (after submit).
struct Work {
    using Clock = std::chrono::steady_clock;
    LlmJob job;
    OnPiece on_piece;
    OnDone on_done;
    std::vector<llama_token> prompt;
    std::shared_ptr<LlmTicket::Shared> shared = std::make_shared<LlmTicket::Shared>();
    Clock::time_point submitted = Clock::now();

    // While it runs:
    Sampler sampler;
    utf8::Gate gate;
    StopScanner stops{{}};
    std::size_t computed = 0;  // tokens of the prompt that are in the cache
    llama_token next = 0;      // sampled, not yet decoded
    std::string text{};
    LlmUsage usage{};

    bool cancelled() const { return shared->cancelled.load(std::memory_order_relaxed); }
    bool in_prompt() const { return computed < prompt.size(); }
    /// Shows `bytes` as far as it makes whole letters and no beginning of a stop text.
    void say(std::string_view bytes);
    /// Ends the job: shows what is held back (unless it stopped at a stop text), tells the caller.
    void end(const std::string& reason);

private:
    void show(const std::string& piece);
};

}  // namespace lexi::ml
