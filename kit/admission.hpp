#pragma once
// Who may: bearer tokens, roles, scopes, and how many requests a minute.
#include <optional>
#include <string>

#include "kit/rate_limit.hpp"
#include "kit/router.hpp"
#include "kit/server.hpp"

namespace lexi::http {

class Admission {
public:
    Admission(const Router& router, const ServerOptions& options);

    /// Sets the request's caller, or says why it is refused. Pointers, not references: what they
    /// point to lives in the awaiting frame.
    Task<std::optional<Problem>> authenticate(Request* request, const Endpoint* endpoint);
    /// The same for a token that was found already.
    Task<std::optional<Problem>> admit(Request* request, const Endpoint* endpoint,
                                       std::string token);
    Task<RateVerdict> take_rate(const Request* request, const Endpoint* endpoint);

private:
    std::optional<Problem> beyond_scope(const jwt::Claims& claims, const Endpoint& endpoint) const;

    const Router& router_;
    const ServerOptions& options_;
    jwt::Bearers bearers_;
    RateLimiter limiter_;
};

}  // namespace lexi::http
