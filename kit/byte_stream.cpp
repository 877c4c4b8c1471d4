#include "kit/byte_stream.hpp"

#include <trantor/net/TcpConnection.h>

#include <mutex>

namespace lexi::http {

// Shared with the connection's loop, which may outlive what the route holds.
struct ByteStream::State {
    std::mutex mutex;
    drogon::ResponseStreamPtr stream;  // null until the response head is sent, and after the end
    std::string early;                 // what was sent before the stream opened
    std::weak_ptr<trantor::TcpConnection> connection;
    trantor::EventLoop* loop = nullptr;
    trantor::TimerId repeated = trantor::InvalidTimerId;
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
        if (repeated != trantor::InvalidTimerId) loop->invalidateTimer(repeated);
        repeated = trantor::InvalidTimerId;
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

std::shared_ptr<ByteStream> ByteStream::open(const Request& request, std::size_t max_pending) {
    auto stream = std::make_shared<ByteStream>();
    stream->state_ = std::make_shared<State>();
    auto& state = *stream->state_;
    state.connection = request.raw->getConnectionPtr();
    state.max_pending = max_pending;
    state.close_after = request.header("connection") == "close";
    state.loop = trantor::EventLoop::getEventLoopOfCurrentThread();
    if (const auto peer = state.connection.lock()) {
        peer->setHighWaterMarkCallback(
            [](const trantor::TcpConnectionPtr& slow, std::size_t) { slow->forceClose(); },
            max_pending);
    }
    return stream;
}

drogon::HttpResponsePtr ByteStream::response(const std::string& content_type) {
    auto response = drogon::HttpResponse::newAsyncStreamResponse(
        [state = state_](drogon::ResponseStreamPtr stream) { state->opened(std::move(stream)); },
        /*disableKickoffTimeout=*/true);
    response->setContentTypeString(content_type);
    response->addHeader("Cache-Control", "no-cache");
    response->addHeader("X-Accel-Buffering", "no");
    return response;
}

bool ByteStream::write(const std::string& bytes) { return state_->write(bytes); }

void ByteStream::close() { state_->end(); }

void ByteStream::abort() {
    if (const auto peer = state_->connection.lock()) peer->forceClose();
    state_->end();
}

bool ByteStream::alive() const {
    const std::lock_guard lock(state_->mutex);
    return !state_->ended && !state_->gone();
}

void ByteStream::repeat(double seconds, std::string bytes) {
    state_->repeated =
        state_->loop->runEvery(seconds, [weak = std::weak_ptr(state_), bytes = std::move(bytes)] {
            const auto state = weak.lock();
            if (state && !state->write(bytes)) state->end();
        });
}

}  // namespace lexi::http
