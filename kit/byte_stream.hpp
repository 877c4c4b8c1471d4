#pragma once
// A response whose body is sent as it is made, in chunks.
#include <cstddef>
#include <memory>
#include <string>

#include "kit/http.hpp"

namespace lexi::http {

/// Any thread may write; nothing blocks. A client that is gone, or that reads so slowly that more
/// than `max_pending` bytes wait for it, closes the stream: write() then says false and the caller
/// stops its work.
class ByteStream {
public:
    static std::shared_ptr<ByteStream> open(const Request& request,
                                            std::size_t max_pending = std::size_t{1} << 20);
    /// To be returned from the route. Once.
    drogon::HttpResponsePtr response(const std::string& content_type);
    bool write(const std::string& bytes);
    /// Ends the body in order.
    void close();
    /// Breaks the connection off: the client sees that the body is not whole.
    void abort();
    /// False once the client is gone or the stream is closed.
    bool alive() const;
    /// Writes `bytes` every so often while the stream lives.
    void repeat(double seconds, std::string bytes);

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace lexi::http
