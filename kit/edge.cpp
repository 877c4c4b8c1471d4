#include "kit/edge.hpp"

#include <algorithm>

#include "kit/log.hpp"
#include "kit/route_match.hpp"
#include "kit/utf8.hpp"

namespace lexi::http {

using drogon::HttpRequestPtr;
using drogon::HttpResponsePtr;

namespace {

Problem too_busy() {
    return fail_busy("There is too much to do right now. Please try again shortly.", 1).error();
}

Problem too_fast(const RateVerdict& verdict) {
    return {.fault = Fault::rate_limited,
            .say = "Too many requests. Please wait a moment.",
            .fields = {},
            .retry_after_s = verdict.reset_s};
}

std::string request_id_of(const HttpRequestPtr& raw) {
    const auto& given = raw->getHeader("x-request-id");
    const bool fit =
        !given.empty() && given.size() <= 64 && std::ranges::all_of(given, [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
        });
    return fit ? given : Uuid::random().str();
}

void add_rate_headers(drogon::HttpResponse& response, const RateVerdict& verdict) {
    response.addHeader("X-RateLimit-Limit", std::to_string(verdict.limit));
    response.addHeader("X-RateLimit-Remaining", std::to_string(verdict.remaining));
    response.addHeader("X-RateLimit-Reset", std::to_string(verdict.reset_s));
}

std::optional<Problem> bad_idempotency_key(const Request& request, const Endpoint& endpoint) {
    const auto key = request.idempotency_key();
    if (!endpoint.op.idempotent || !key) return std::nullopt;
    const bool fit =
        !key->empty() && key->size() <= 128 && std::ranges::all_of(*key, [](unsigned char c) {
            return std::isalnum(c) != 0 || std::string_view("-_.:").contains(c);
        });
    if (fit) return std::nullopt;
    return fail_field("Idempotency-Key", "must be 1 to 128 letters, digits, '-', '_', '.', ':'")
        .error();
}

void add_common_headers(drogon::HttpResponse& response, const std::string& id) {
    response.addHeader("Vary", "Origin");
    response.addHeader("X-Request-ID", id);
    response.addHeader("X-Content-Type-Options", "nosniff");
}

}  // namespace

Edge::Edge(Router& router, ServerOptions options)
    : router_(router),
      options_(std::move(options)),
      admission_(router_, options_),
      pages_(router_) {}

drogon::AsyncTask Edge::handle(HttpRequestPtr raw, Answer answer) {
    const auto began = std::chrono::steady_clock::now();
    ++in_flight_;
    Request request{.raw = raw,
                    .id = request_id_of(raw),
                    .at = now(),
                    .address = client_address(*raw),
                    .caller = {},
                    .path_values = {}};
    const std::string id = request.id;
    std::string route = "none";
    HttpResponsePtr response;
    try {
        response = co_await respond(std::move(request), &route);
        if (!response) throw std::logic_error("a route gave no response");
    } catch (const std::exception& broken) {
        log::error("request.broken", {{"request_id", id}, {"what", broken.what()}});
        response = problem_reply({.say = "Something went wrong on our side."}, id);
    } catch (...) {
        log::error("request.broken", {{"request_id", id}, {"what", "not an exception"}});
        response = problem_reply({.say = "Something went wrong on our side."}, id);
    }
    finish(*raw, *response, id, route, began);
    answer(response);
    --in_flight_;
}

/// What a request is refused with before anything is done for it, or nothing. At three times
/// the load that can be served two of three come here: each must cost as good as nothing.
HttpResponsePtr Edge::refuse_overload(const HttpRequestPtr& raw) {
    if (options_.max_in_flight == 0 || in_flight_ < options_.max_in_flight) return nullptr;
    // Our own pages and the site are served all the same, and a browser may only read a refusal
    // that has its origin's headers: respond() refuses those that must be.
    const bool page = OwnPages::has(raw->path()) || (options_.site && options_.site->has(*raw));
    if (page || !raw->getHeader("origin").empty()) return nullptr;
    struct Refusal {
        HttpResponsePtr response;
        std::chrono::steady_clock::time_point made;
    };
    thread_local Refusal refusal;  // Drogon writes into a response: one for each loop
    const auto at = std::chrono::steady_clock::now();
    if (!refusal.response || at - refusal.made > std::chrono::seconds(1)) {
        const auto id = Uuid::random().str();
        log::warn("http.overload", {{"request_id", id}, {"in_flight", in_flight_.load()}});
        refusal = {.response = problem_reply(too_busy(), id), .made = at};
        add_common_headers(*refusal.response, id);
    }
    counted_.add(raw->methodString(), "none", 503, 0);
    return refusal.response;
}

Task<std::optional<Problem>> Edge::admit_socket(Request* request, const Endpoint* endpoint,
                                                std::string token) {
    if (draining_) co_return fail_busy("The service is going down.", 2).error();
    if (auto refused = co_await admission_.admit(request, endpoint, std::move(token)))
        co_return refused;
    const auto verdict = co_await admission_.take_rate(request, endpoint);
    if (verdict.allowed) co_return std::nullopt;
    co_return too_fast(verdict);
}

Task<HttpResponsePtr> Edge::respond(Request request, std::string* route) {
    const HttpRequestPtr raw = request.raw;
    if (raw->method() == drogon::Options) co_return preflight(*raw);
    const std::string& path = raw->path();
    if (!utf8::valid(path) || path.contains('\0')) {
        co_return problem_reply({.fault = Fault::malformed, .say = "The path is not valid."},
                                request.id);
    }
    if (auto own = co_await pages_.answer(raw, request.id, draining_)) co_return own;
    if (options_.site) {
        if (auto file = options_.site->answer(*raw)) {
            *route = "site";
            co_return file;
        }
    }
    // Those that refuse_overload lets by.
    if (options_.max_in_flight != 0 && in_flight_ > options_.max_in_flight) {
        co_return problem_reply(too_busy(), request.id);
    }
    auto match = find_route(router_, *raw, path);
    if (match.endpoint == nullptr) co_return no_route(match, request.id);
    *route = match.endpoint->pattern;
    request.path_values = std::move(match.values);
    const auto refusal =
        match.endpoint->op.refusal != nullptr ? match.endpoint->op.refusal : &problem_reply;
    if (auto refused = co_await admission_.authenticate(&request, match.endpoint)) {
        co_return refusal(*refused, request.id);
    }
    const auto verdict = co_await admission_.take_rate(&request, match.endpoint);
    HttpResponsePtr response;
    if (!verdict.allowed) {
        response = refusal(too_fast(verdict), request.id);
    } else if (const auto wrong = bad_idempotency_key(request, *match.endpoint)) {
        response = refusal(*wrong, request.id);
    } else {
        response = co_await match.endpoint->run(std::move(request));
    }
    if (response && verdict.limit != 0) add_rate_headers(*response, verdict);
    co_return response;
}

std::string Edge::client_address(const drogon::HttpRequest& raw) const {
    if (options_.trust_proxy) {
        // The proxy appends; what stands before is whatever the client chose to send.
        const auto& forwarded = raw.getHeader("x-forwarded-for");
        auto last = forwarded.substr(forwarded.find_last_of(", ") + 1);
        if (!last.empty()) return last;
    }
    return raw.peerAddr().toIp();
}

bool Edge::known_origin(const std::string& origin) const {
    return std::ranges::find(options_.allowed_origins, origin) != options_.allowed_origins.end();
}

HttpResponsePtr Edge::preflight(const drogon::HttpRequest& raw) const {
    auto response = drogon::HttpResponse::newHttpResponse();
    const auto match = find_route(router_, raw, raw.path());
    response->setStatusCode(match.allow.empty() ? drogon::k404NotFound : drogon::k204NoContent);
    if (!match.allow.empty()) response->addHeader("Allow", match.allow + ", OPTIONS");
    if (known_origin(raw.getHeader("origin"))) {
        response->addHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response->addHeader("Access-Control-Allow-Headers",
                            "Authorization, Content-Type, Idempotency-Key, If-None-Match, "
                            "Range, X-Request-ID");
        response->addHeader("Access-Control-Max-Age", "600");
    }
    return response;
}

void Edge::finish(const drogon::HttpRequest& raw, drogon::HttpResponse& response,
                  const std::string& id, const std::string& route,
                  std::chrono::steady_clock::time_point began) {
    const auto origin = raw.getHeader("origin");
    if (known_origin(origin)) {
        response.addHeader("Access-Control-Allow-Origin", origin);
        response.addHeader("Access-Control-Expose-Headers",
                           "ETag, Location, Retry-After, X-Request-ID, X-RateLimit-Limit, "
                           "X-RateLimit-Remaining, X-RateLimit-Reset");
    }
    add_common_headers(response, id);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const std::string method = raw.methodString();
    counted_.add(method, route, static_cast<int>(response.statusCode()), took.count());
    log::info("http.request", {{"request_id", id},
                               {"method", method},
                               {"route", route},
                               {"status", static_cast<int>(response.statusCode())},
                               {"took_ms", took.count() * 1000}});
}

}  // namespace lexi::http
