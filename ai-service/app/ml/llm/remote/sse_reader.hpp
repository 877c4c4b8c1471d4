#pragma once
// Server-sent events as they arrive (WHATWG HTML, 9.2), from a server that is not trusted. Pure.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

class SseReader {
public:
    /// An event with more than `most_bytes` breaks the stream.
    explicit SseReader(std::size_t most_bytes = std::size_t{1} << 20) : most_(most_bytes) {}
    /// The data of the events that `bytes` completes, comments and other fields passed over.
    /// Nothing more comes once the stream is broken.
    std::vector<std::string> push(std::string_view bytes);
    bool broken() const { return broken_; }

private:
    void take_line(std::vector<std::string>& events);

    std::size_t most_;
    std::string line_;
    std::string data_;
    bool has_data_ = false;
    bool after_return_ = false;  // of a line's end that may be two bytes
    bool broken_ = false;
};

}  // namespace lexi::ml
