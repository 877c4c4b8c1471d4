#include "kit/sse.hpp"

#include <atomic>

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

std::shared_ptr<Sse> Sse::open(const Request& request, std::size_t max_pending) {
    auto sse = std::make_shared<Sse>();
    sse->stream_ = ByteStream::open(request, max_pending);
    return sse;
}

drogon::HttpResponsePtr Sse::response() {
    auto response = stream_->response("text/event-stream; charset=utf-8");
    stream_->repeat(kHeartbeatSeconds, ": still here\n\n");
    return response;
}

bool Sse::send(std::string_view event, std::string_view data) {
    std::string bytes;
    if (!event.empty()) bytes.append("event: ").append(event).append("\n");
    bytes.append("data: ").append(data).append("\n\n");
    return stream_->write(bytes);
}

void Sse::close() { stream_->close(); }

bool Sse::alive() const { return stream_->alive(); }

void detach(Task<void> task) { drive(std::move(task)); }

int detached() { return under_way; }

}  // namespace lexi::http
