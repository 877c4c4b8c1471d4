#include "core/await_llm.hpp"

#include <trantor/net/EventLoop.h>

#include <mutex>

namespace lexi::core {
namespace {

constexpr double kLookEverySeconds = 0.1;  // at a client that only waits

// Shared by the coroutine, the engine's callbacks and the loop's timer.
struct Generation {
    std::mutex mutex;
    ml::LlmTicket ticket;
    bool unwanted = false;
    bool ended = false;
    ml::LlmOutcome outcome;
    std::coroutine_handle<> waiter;
    trantor::EventLoop* loop = nullptr;

    void cancel() {
        const std::lock_guard lock(mutex);
        unwanted = true;
        ticket.cancel();
    }

    // The engine may have begun, and the listener may have gone, before submit() returned.
    void hold(ml::LlmTicket taken) {
        const std::lock_guard lock(mutex);
        ticket = std::move(taken);
        if (unwanted) ticket.cancel();
    }

    void end(ml::LlmOutcome result) {
        const std::lock_guard lock(mutex);
        outcome = std::move(result);
        ended = true;
        if (waiter) loop->queueInLoop([waiting = waiter] { waiting.resume(); });
    }
};

struct Ended {
    std::shared_ptr<Generation> generation;
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiter) const {
        const std::lock_guard lock(generation->mutex);
        if (generation->ended) return false;
        generation->waiter = waiter;
        return true;
    }
    void await_resume() const noexcept {}
};

// Stops the timer however the coroutine ends.
struct Watch {
    trantor::EventLoop* loop;
    trantor::TimerId timer;
    Watch(trantor::EventLoop* on, trantor::TimerId id) : loop(on), timer(id) {}
    ~Watch() { loop->invalidateTimer(timer); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
};

}  // namespace

Task<Result<ml::LlmOutcome>> generate(ml::Llm* llm, ml::LlmJob job, Listener listener,
                                      drogon::HttpRequestPtr client) {
    auto generation = std::make_shared<Generation>();
    generation->loop = trantor::EventLoop::getEventLoopOfCurrentThread();
    ml::OnPiece on_piece;
    if (listener) {
        on_piece = [generation, listener = std::move(listener)](std::string_view piece) {
            if (!listener(piece)) generation->cancel();
        };
    }
    auto ticket = llm->submit(std::move(job), std::move(on_piece),
                              [generation](ml::LlmOutcome o) { generation->end(std::move(o)); });
    if (!ticket) co_return std::unexpected(ticket.error());
    generation->hold(std::move(*ticket));
    const Watch watch(generation->loop,
                      generation->loop->runEvery(kLookEverySeconds, [generation, client] {
                          if (client && !client->connected()) generation->cancel();
                      }));
    co_await Ended{generation};
    if (generation->outcome.finish_reason == "error") {
        co_return fail_busy("The tutor could not answer. Please try again.", 2);
    }
    co_return std::move(generation->outcome);
}

}  // namespace lexi::core
