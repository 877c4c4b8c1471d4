#include "kit/sse.hpp"

#include <trantor/net/TcpConnection.h>

#include <atomic>
#include <mutex>

#include "kit/log.hpp"

namespace lexi::http {
namespace {

constexpr double kHeartbeatSeconds = 15;

std::atomic<int> under_way = 0;

// The one place where a coroutine has no awaiter: nothing may leave it (STYLE.md, pitfall 8).
drogon::AsyncTask drive(Task<void> task) {
    ++under_way;
    try {
        co_await task;
    } catch (const std::exception& broken) {
        log::error("stream.broken", {{"what", broken.what()}});
    } catch (...) {
        log::error("stream.broken", {{"what", "not an exception"}});
    }
    --under_way;
}

}  // namespace

// Shared with the connection's loop, which may outlive the Sse that the route holds.
struct Sse::State {
    std::mutex mutex;
    drogon::ResponseStreamPtr stream;  // null until the response head is sent, and after the end
    std::string early;                 // what was sent before the stream opened
    std::weak_ptr<trantor::TcpConnection> connection;
    trantor::EventLoop* loop = nullptr;
    trantor::TimerId heartbeat = trantor::InvalidTimerId;
    std::size_t max_pending = 0;
    bool close_after = false;  // the client said Connection: close
    bool ended = false;

    bool gone() const {
        const auto peer = connection.lock();
        return !peer || peer->disconnected();
    }

    bool write(const std::string& bytes) {
        if (bytes.empty()) return true;  // an empty chunk would end the stream
        const std::lock_guard lock(mutex);
        if (ended || gone()) return false;
        if (!stream) {
            early += bytes;
            return early.size() <= max_pending;
        }
        return stream->send(bytes);
    }

    void end() {
        const std::lock_guard lock(mutex);
        ended = true;
        if (heartbeat != trantor::InvalidTimerId) loop->invalidateTimer(heartbeat);
        heartbeat = trantor::InvalidTimerId;
        if (stream) finish();
    }

    void finish() {
        stream->close();
        stream.reset();
        const auto peer = connection.lock();
        if (close_after && peer) peer->shutdown();
    }

    void opened(drogon::ResponseStreamPtr made) {
        const std::lock_guard lock(mutex);
        stream = std::move(made);
        if (!early.empty()) stream->send(early);
        early.clear();
        if (ended) finish();
    }
};

std::shared_ptr<Sse> Sse::open(const Request& request, std::size_t max_pending) {
    auto sse = std::make_shared<Sse>();
    sse->state_ = std::make_shared<State>();
    sse->state_->connection = request.raw->getConnectionPtr();
    sse->state_->max_pending = max_pending;
    sse->state_->close_after = request.header("connection") == "close";
    sse->state_->loop = trantor::EventLoop::getEventLoopOfCurrentThread();
    if (const auto peer = sse->state_->connection.lock()) {
        peer->setHighWaterMarkCallback(
            [](const trantor::TcpConnectionPtr& slow, std::size_t) { slow->forceClose(); },
            max_pending);
    }
    return sse;
}

drogon::HttpResponsePtr Sse::response() {
    auto response = drogon::HttpResponse::newAsyncStreamResponse(
        [state = state_](drogon::ResponseStreamPtr stream) { state->opened(std::move(stream)); },
        /*disableKickoffTimeout=*/true);
    response->setContentTypeString("text/event-stream; charset=utf-8");
    response->addHeader("Cache-Control", "no-cache");
    response->addHeader("X-Accel-Buffering", "no");
    state_->heartbeat = state_->loop->runEvery(kHeartbeatSeconds, [weak = std::weak_ptr(state_)] {
        const auto state = weak.lock();
        if (state && !state->write(": still here\n\n")) state->end();
    });
    return response;
}

bool Sse::send(std::string_view event, std::string_view data) {
    std::string bytes;
    if (!event.empty()) bytes.append("event: ").append(event).append("\n");
    bytes.append("data: ").append(data).append("\n\n");
    return state_->write(bytes);
}

void Sse::close() { state_->end(); }

bool Sse::alive() const {
    const std::lock_guard lock(state_->mutex);
    return !state_->ended && !state_->gone();
}

void detach(Task<void> task) { drive(std::move(task)); }

int detached() { return under_way; }

}  // namespace lexi::http
