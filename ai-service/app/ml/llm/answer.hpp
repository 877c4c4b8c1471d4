#pragma once
// A job's answer while it is made, whichever backend makes it.
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kit/utf8.hpp"
#include "ml/llm/llm.hpp"
#include "ml/llm/text_filter.hpp"

namespace lexi::ml {

/// What the ticket and the engine share.
struct LlmTicket::Shared {
    std::atomic<bool> cancelled = false;
    std::atomic<bool> done = false;
};

/// The engine's thread only (after submit).
struct Answer {
    using Clock = std::chrono::steady_clock;
    LlmJob job;
    OnPiece on_piece;
    OnDone on_done;
    std::shared_ptr<LlmTicket::Shared> shared = std::make_shared<LlmTicket::Shared>();
    Clock::time_point submitted = Clock::now();

    utf8::Gate gate;
    StopScanner stops{{}};
    std::string text{};
    LlmUsage usage{};
    std::vector<TokenLogprob> logprobs{};

    bool cancelled() const { return shared->cancelled.load(std::memory_order_relaxed); }
    /// For the usage: the first token is there.
    void first_token();
    /// Shows `bytes` as far as it makes whole letters and no beginning of a stop text.
    void say(std::string_view bytes);
    void report(TokenLogprob token);
    /// Ends the job: shows what is held back (unless it stopped at a stop text), tells the caller.
    void end(const std::string& reason);

private:
    void show(const std::string& piece);
};

}  // namespace lexi::ml
