#pragma once
// Time is UTC in stores and on the wire. Only the edge and main() read the clock: everything below
// them takes the time as an argument.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace lexi {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;

inline Instant now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// RFC 3339 with `Z`, to the millisecond: 2026-11-24T10:00:00.123Z.
std::string to_rfc3339(Instant at);

/// RFC 3339 with `Z` or a numeric offset, fraction optional; nothing if it is not that.
/// PostgreSQL's text form (a space for `T`, an offset of hours alone) is read too.
std::optional<Instant> parse_rfc3339(std::string_view text);

}  // namespace lexi
