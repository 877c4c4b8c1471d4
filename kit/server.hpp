#pragma once
// Runs a Router on Drogon: routing, access, CORS, limits, request log, metrics, /health, /ready,
// /metrics, /openapi.json, /docs, /redoc, and a graceful end on SIGTERM. Once a process.
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kit/router.hpp"
#include "kit/site.hpp"

namespace lexi::http {

/// Requests a minute; 0 switches a limit off.
struct Limits {
    std::uint32_t standard = 120;  // an authenticated user, else an address
    std::uint32_t sign_in = 10;    // an address
    std::uint32_t chat = 30;       // a user
};

struct ServerOptions {
    std::uint16_t port = 8000;
    std::size_t threads = 2;
    std::size_t max_body_bytes = std::size_t{1} << 20;
    std::string scratch_dir = "/tmp/lexi-upload";  // Drogon maps large bodies to files here
    std::vector<std::string> allowed_origins;
    std::string secret;
    Limits limits;
    /// Requests under way at once; the next is refused with 503 before anything is done for it, so
    /// that an overloaded service keeps serving what it can. 0: no limit.
    int max_in_flight = 0;
    bool trust_proxy = false;
    std::chrono::seconds drain{30};
    /// A connection on which nothing has moved for so long is closed, also while its answer is
    /// made.
    std::chrono::seconds idle{60};
    /// Is this access token's `jti` revoked? Empty: no token is.
    std::function<Task<bool>(jwt::Claims)> is_revoked;
    std::optional<Site> site;        // a web client, at the paths that no route has
    std::function<void()> on_start;  // on the main loop, before the first request
    std::function<void()> on_stop;   // after the last request, loops still running
    /// What a personal token must be good for on every route here; nothing: read or write, by the
    /// route's method.
    std::optional<jwt::Scope> scope = jwt::Scope::ai;
};

/// Blocks until SIGTERM or SIGINT has been obeyed. Returns the process's exit status.
int serve(Router& router, ServerOptions options);

}  // namespace lexi::http
