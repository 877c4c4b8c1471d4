#pragma once
// A time that an offline client claims for something that it did.
#include <chrono>
#include <string>
#include <string_view>

#include "kit/clock.hpp"
#include "kit/result.hpp"

namespace lexi {

/// `text` as a time of the last `oldest` days. A time that cannot be counted any more, or not yet,
/// is a conflict that names `field`; a clock that runs five minutes fast is forgiven.
inline Result<Instant> past_time(const std::string& field, std::string_view text, Instant now,
                                 std::chrono::days oldest) {
    const auto at = parse_rfc3339(text);
    if (!at) return fail_field(field, "must be a time such as 2026-11-24T10:00:00Z");
    const bool future = *at > now + std::chrono::minutes(5);
    if (!future && *at >= now - oldest) return std::min(*at, now);
    const std::string what = future
                                 ? "is in the future"
                                 : "is more than " + std::to_string(oldest.count()) + " days ago";
    return std::unexpected(Problem{.fault = Fault::conflict,
                                   .say = "This cannot be counted: " + field + " " + what + ".",
                                   .fields = {{field, what}}});
}

}  // namespace lexi
