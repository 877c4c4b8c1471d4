#pragma once
// Server-sent events (WHATWG HTML, 9.2) over a chunked response.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "kit/byte_stream.hpp"
#include "kit/http.hpp"

namespace lexi::http {

/// One event stream. Any thread may send; nothing blocks. A client that is gone, or that reads so
/// slowly that more than `max_pending` bytes wait for it, closes the stream: send() then says false
/// and the caller stops its work. A comment every 15 s keeps proxies from closing a quiet stream.
class Sse : public std::enable_shared_from_this<Sse> {
public:
    static std::shared_ptr<Sse> open(const Request& request,
                                     std::size_t max_pending = std::size_t{1} << 20);
    /// To be returned from the route.
    drogon::HttpResponsePtr response();
    /// `data` is one line; an empty `event` is left out.
    bool send(std::string_view event, std::string_view data);
    /// Ends the stream in order.
    void close();
    /// False once the client is gone or the stream is closed.
    bool alive() const;

private:
    std::shared_ptr<ByteStream> stream_;
};

/// Runs `task` on after the route has answered. What it throws is logged and ends it.
void detach(Task<void> task);
/// How many of these have not ended. Any thread.
int detached();

}  // namespace lexi::http
