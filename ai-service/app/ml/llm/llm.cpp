#include "ml/llm/llm.hpp"

#include <future>

#include "ml/llm/answer.hpp"

namespace lexi::ml {

LlmTicket& LlmTicket::operator=(LlmTicket&& other) noexcept {
    if (this != &other) {
        cancel();
        shared_ = std::move(other.shared_);
    }
    return *this;
}

void LlmTicket::cancel() {
    if (shared_) shared_->cancelled.store(true, std::memory_order_relaxed);
}

bool LlmTicket::done() const { return !shared_ || shared_->done.load(); }

Result<LlmOutcome> complete(Llm& llm, LlmJob job, OnPiece on_piece) {
    auto outcome = std::make_shared<std::promise<LlmOutcome>>();
    auto arrives = outcome->get_future();
    const auto ticket = llm.submit(std::move(job), std::move(on_piece), [outcome](LlmOutcome done) {
        outcome->set_value(std::move(done));
    });
    if (!ticket) return std::unexpected(ticket.error());
    return arrives.get();
}

void Answer::show(const std::string& piece) {
    if (piece.empty()) return;
    text += piece;
    if (on_piece && !cancelled()) on_piece(piece);
}

void Answer::say(std::string_view bytes) { show(stops.push(gate.push(bytes))); }

void Answer::first_token() {
    usage.time_to_first_token_ms =
        std::chrono::duration<double, std::milli>(Clock::now() - submitted).count();
}

void Answer::report(TokenLogprob token) {
    if (job.on_token && !cancelled()) job.on_token(token);
    logprobs.push_back(std::move(token));
}

void Answer::end(const std::string& reason) {
    if (!stops.stopped()) {
        // A letter that the limit cut in two is left out: half of it is no letter.
        if (reason != "length") show(stops.push(gate.flush()));
        if (!stops.stopped()) show(stops.flush());
    }
    usage.duration_ms = std::chrono::duration<double, std::milli>(Clock::now() - submitted).count();
    shared->done = true;
    if (!on_done) return;
    on_done({.text = std::move(text),
             .usage = usage,
             .finish_reason = reason,
             .logprobs = std::move(logprobs)});
}

}  // namespace lexi::ml
