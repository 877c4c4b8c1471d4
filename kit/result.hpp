#pragma once
// Expected outcomes are values. Exceptions mean that something is broken (a bug, a dead database)
// and are caught once, at the HTTP edge (kit/http).
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <utility>

namespace lexi {

enum class Fault : std::uint8_t {
    malformed,           // 400: not JSON, not multipart, not UTF-8
    unauthenticated,     // 401: no token
    token_invalid,       // 401
    token_expired,       // 401
    forbidden,           // 403
    not_found,           // 404: also someone else's object
    method_not_allowed,  // 405
    already_exists,      // 409
    conflict,            // 409
    too_large,           // 413
    unsupported_media,   // 415
    invalid,             // 422
    rate_limited,        // 429
    model_loading,       // 503
    unavailable,         // 503: a dependency is away or a queue is full
    internal,            // 500
};

/// A refusal that a person can act on. `say` is one sentence in English; `fields` maps the path of
/// a request field to what is wrong with it; `retry_after_s` is sent with 429 and 503.
struct Problem {
    Fault fault = Fault::internal;
    std::string say;
    std::map<std::string, std::string> fields;
    std::uint32_t retry_after_s = 0;
};

template <class T>
using Result = std::expected<T, Problem>;

inline std::unexpected<Problem> fail(Fault fault, std::string say) {
    return std::unexpected(Problem{.fault = fault, .say = std::move(say), .fields = {}});
}

inline std::unexpected<Problem> fail_field(std::string field, std::string what) {
    return std::unexpected(Problem{
        .fault = Fault::invalid,
        .say = "The request has a field that cannot be accepted: " + field + " " + what + ".",
        .fields = {{std::move(field), std::move(what)}}});
}

inline std::unexpected<Problem> fail_busy(std::string say, std::uint32_t retry_after_s) {
    return std::unexpected(Problem{.fault = Fault::unavailable,
                                   .say = std::move(say),
                                   .fields = {},
                                   .retry_after_s = retry_after_s});
}

}  // namespace lexi
