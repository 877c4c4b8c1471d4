#pragma once
// Which bytes a client asks for (RFC 9110, 14.2). Pure.
#include <cstddef>
#include <optional>
#include <string_view>

namespace lexi::speech {

struct ByteRange {
    std::size_t first = 0;
    std::size_t last = 0;  // inclusive
    bool partial = false;  // 206, with Content-Range
};

/// The part of `size` bytes (at least 1) that a Range header names: the whole for none, for one
/// that is not understood and for several ranges at once, which a server may ignore; nothing when
/// no byte of it is there (416).
std::optional<ByteRange> byte_range(std::string_view header, std::size_t size);

/// Does an If-None-Match or If-Range list hold `etag` (in its quotes)? Weak tags compare by value.
bool names_etag(std::string_view header, std::string_view etag);

}  // namespace lexi::speech
