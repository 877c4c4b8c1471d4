#include "ml/llm/llm.hpp"

#include <future>

#include "ml/llm/job.hpp"

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

void Work::show(const std::string& piece) {
    if (piece.empty()) return;
    text += piece;
    if (on_piece && !cancelled()) on_piece(piece);
}

void Work::say(std::string_view bytes) { show(stops.push(gate.push(bytes))); }

void Work::end(const std::string& reason) {
    if (!stops.stopped()) {
        // A letter that the limit cut in two is left out: half of it is no letter.
        if (reason != "length") show(stops.push(gate.flush()));
        if (!stops.stopped()) show(stops.flush());
    }
    usage.prompt_tokens = static_cast<std::uint32_t>(prompt.size());
    usage.duration_ms = std::chrono::duration<double, std::milli>(Clock::now() - submitted).count();
    shared->done = true;
    if (on_done) on_done({.text = std::move(text), .usage = usage, .finish_reason = reason});
}

}  // namespace lexi::ml
