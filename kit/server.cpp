#include "kit/server.hpp"

#include <drogon/drogon.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <format>

#include "kit/answered.hpp"
#include "kit/docs_page.hpp"
#include "kit/log.hpp"
#include "kit/metrics.hpp"
#include "kit/rate_limit.hpp"
#include "kit/socket.hpp"
#include "kit/sse.hpp"
#include "kit/unknown_methods.hpp"
#include "kit/utf8.hpp"

namespace lexi::http {
// Named, because glaze does not reflect types of an anonymous namespace.
namespace wire {

struct PartState {
    std::string name;
    bool ready = false;
    std::optional<std::string> reason;
};
struct Readiness {
    std::string status;
    std::vector<PartState> parts;
};
struct Alive {
    std::string status;
    std::string service;
    std::string version;
};

}  // namespace wire

namespace {

using drogon::HttpRequestPtr;
using drogon::HttpResponsePtr;
using Callback = std::function<void(const HttpResponsePtr&)>;

std::optional<Method> method_of(drogon::HttpMethod method) {
    switch (method) {
        case drogon::Get:
        case drogon::Head:
            return Method::get;
        case drogon::Post:
            return Method::post;
        case drogon::Put:
            return Method::put;
        case drogon::Patch:
            return Method::patch;
        case drogon::Delete:
            return Method::del;
        default:
            return std::nullopt;
    }
}

struct Match {
    const Endpoint* endpoint = nullptr;
    std::string allow;  // methods mounted at this path; empty: no such path
    std::vector<std::pair<std::string, std::string>> values;
};

bool fits(const Endpoint& endpoint, const std::vector<std::string_view>& segments,
          std::vector<std::pair<std::string, std::string>>& values) {
    if (endpoint.segments.size() != segments.size()) return false;
    values.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& pattern = endpoint.segments[i];
        if (pattern.starts_with('{')) {
            if (segments[i].empty()) return false;
            values.emplace_back(pattern.substr(1, pattern.size() - 2), segments[i]);
        } else if (pattern != segments[i]) {
            return false;
        }
    }
    return true;
}

std::vector<std::string_view> split_path(std::string_view path) {
    std::vector<std::string_view> segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

// Everything between a parsed request and its answer.
class Edge {
public:
    Edge(Router& router, ServerOptions options)
        : router_(router),
          options_(std::move(options)),
          bearers_(options_.secret),
          document_(openapi(router_)) {}

    // Never lets an exception out: Drogon would end the process (STYLE.md, pitfall 8).
    drogon::AsyncTask handle(HttpRequestPtr raw, Callback answer) {
        const auto began = std::chrono::steady_clock::now();
        ++in_flight_;
        Request request{.raw = raw,
                        .id = request_id(raw),
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
    HttpResponsePtr refuse_overload(const HttpRequestPtr& raw) {
        if (options_.max_in_flight == 0 || in_flight_ < options_.max_in_flight) return nullptr;
        // Our own pages and the site are served all the same, and a browser may only read a refusal
        // that has its origin's headers: respond() refuses those that must be.
        const bool page = is_own_page(raw->path()) || (options_.site && options_.site->has(*raw));
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

    /// For a socket's first message: what authenticate and take_rate are for a request.
    Task<std::optional<Problem>> admit_socket(Request* request, const Endpoint* endpoint,
                                              std::string token) {
        if (draining_) co_return fail_busy("The service is going down.", 2).error();
        if (auto refused = co_await admit(request, endpoint, std::move(token))) co_return refused;
        const auto verdict = co_await take_rate(request, endpoint);
        if (verdict.allowed) co_return std::nullopt;
        co_return too_fast(verdict);
    }

    bool draining() const { return draining_; }
    void drain() { draining_ = true; }
    int in_flight() const { return in_flight_; }

private:
    static Problem too_busy() {
        return fail_busy("There is too much to do right now. Please try again shortly.", 1).error();
    }

    static Problem too_fast(const RateVerdict& verdict) {
        return {.fault = Fault::rate_limited,
                .say = "Too many requests. Please wait a moment.",
                .fields = {},
                .retry_after_s = verdict.reset_s};
    }

    static std::string request_id(const HttpRequestPtr& raw) {
        const auto& given = raw->getHeader("x-request-id");
        const bool fit =
            !given.empty() && given.size() <= 64 && std::ranges::all_of(given, [](unsigned char c) {
                return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
            });
        return fit ? given : Uuid::random().str();
    }

    // Pointers, not references: what they point to lives in the awaiting frame.
    Task<HttpResponsePtr> respond(Request request, std::string* route) {
        const HttpRequestPtr raw = request.raw;
        if (raw->method() == drogon::Options) co_return preflight(*raw);
        const std::string& path = raw->path();
        if (!utf8::valid(path) || path.contains('\0')) {
            co_return problem_reply({.fault = Fault::malformed, .say = "The path is not valid."},
                                    request.id);
        }
        if (auto own = co_await own_page(raw, request.id)) co_return own;
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
        auto match = find(*raw, path);
        if (match.endpoint == nullptr) co_return no_route(match, request.id);
        *route = match.endpoint->pattern;
        request.path_values = std::move(match.values);
        const auto refusal =
            match.endpoint->op.refusal != nullptr ? match.endpoint->op.refusal : &problem_reply;
        if (auto refused = co_await authenticate(&request, match.endpoint)) {
            co_return refusal(*refused, request.id);
        }
        const auto verdict = co_await take_rate(&request, match.endpoint);
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

    // --- who may -----------------------------------------------------------------------------

    Task<std::optional<Problem>> authenticate(Request* request, const Endpoint* endpoint) {
        if (endpoint->op.access == Access::anyone) co_return std::nullopt;
        std::string header(request->header("authorization"));
        if (const auto& field = endpoint->op.token_field; header.empty() && !field.empty()) {
            const auto& token = request->raw->getParameter(field);
            if (!token.empty()) header = "Bearer " + token;
        }
        if (header.empty()) {
            co_return Problem{.fault = Fault::unauthenticated, .say = "Please sign in first."};
        }
        if (header.size() < 8 || !is_bearer(header)) {
            co_return Problem{.fault = Fault::token_invalid,
                              .say = "The Authorization header must be a bearer token."};
        }
        co_return co_await admit(request, endpoint, header.substr(7));
    }

    Task<std::optional<Problem>> admit(Request* request, const Endpoint* endpoint,
                                       std::string token) {
        auto claims = bearers_.verify(token, request->at);
        if (!claims) co_return claims.error();
        if (options_.is_revoked) {
            if (co_await options_.is_revoked(*claims)) {
                co_return Problem{.fault = Fault::token_invalid,
                                  .say = "The token is not valid. Please sign in again."};
            }
        }
        const bool enough =
            endpoint->op.access == Access::learner ||
            (endpoint->op.access == Access::teacher && claims->role != jwt::Role::learner) ||
            claims->role == jwt::Role::admin;
        if (!enough) co_return Problem{.fault = Fault::forbidden, .say = "You may not do this."};
        if (auto beyond = beyond_scope(*claims, *endpoint)) co_return *beyond;
        request->caller = Caller{claims->subject, claims->role, *claims};
        co_return std::nullopt;
    }

    // A personal token never does what needs a role, nor changes the account that it belongs to.
    std::optional<Problem> beyond_scope(const jwt::Claims& claims, const Endpoint& endpoint) const {
        if (claims.kind != jwt::Kind::pat) return std::nullopt;
        if (endpoint.op.own_session || endpoint.op.access != Access::learner) {
            return Problem{.fault = Fault::forbidden,
                           .say = "A personal access token may not do this. Please sign in."};
        }
        const auto needed = options_.scope.value_or(
            endpoint.method == Method::get ? jwt::Scope::read : jwt::Scope::write);
        if (std::ranges::contains(claims.scopes, needed)) return std::nullopt;
        return Problem{.fault = Fault::forbidden,
                       .say = "The personal access token does not have the scope '" +
                              std::string(jwt::to_text(needed)) + "'."};
    }

    static bool is_bearer(std::string_view header) {
        std::string scheme(header.substr(0, 7));
        std::ranges::transform(scheme, scheme.begin(),
                               [](unsigned char c) { return std::tolower(c); });
        return scheme == "bearer ";
    }

    Task<RateVerdict> take_rate(const Request* request, const Endpoint* endpoint) {
        const auto& kind = endpoint->op.rate_class;
        const auto limit = kind == "sign-in" ? options_.limits.sign_in
                           : kind == "chat"  ? options_.limits.chat
                                             : options_.limits.standard;
        if (limit == 0) co_return RateVerdict{};
        const auto who =
            kind != "sign-in" && request->caller ? request->caller->id.str() : request->address;
        const auto verdict = co_await limiter_.take_shared(router_.title() + "|" + kind + "|" + who,
                                                           limit, request->at);
        co_return verdict;
    }

    std::string client_address(const drogon::HttpRequest& raw) const {
        if (options_.trust_proxy) {
            // The proxy appends; what stands before is whatever the client chose to send.
            const auto& forwarded = raw.getHeader("x-forwarded-for");
            auto last = forwarded.substr(forwarded.find_last_of(", ") + 1);
            if (!last.empty()) return last;
        }
        return raw.peerAddr().toIp();
    }

    static void add_rate_headers(drogon::HttpResponse& response, const RateVerdict& verdict) {
        response.addHeader("X-RateLimit-Limit", std::to_string(verdict.limit));
        response.addHeader("X-RateLimit-Remaining", std::to_string(verdict.remaining));
        response.addHeader("X-RateLimit-Reset", std::to_string(verdict.reset_s));
    }

    static std::optional<Problem> bad_idempotency_key(const Request& request,
                                                      const Endpoint& endpoint) {
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

    // --- where it goes -----------------------------------------------------------------------

    Match find(const drogon::HttpRequest& raw, std::string_view path) const {
        const auto method = method_of(raw.method());
        const auto segments = split_path(path);
        Match match;
        std::vector<std::pair<std::string, std::string>> values;
        bool literal = false;
        for (const auto& endpoint : router_.endpoints()) {
            if (!fits(*endpoint, segments, values)) continue;
            // /vocabulary/review is not /vocabulary/{id}: a pattern without a name wins.
            if (literal && !values.empty()) continue;
            if (!literal && values.empty()) {
                literal = true;
                match = {};
            }
            match.allow +=
                (match.allow.empty() ? "" : ", ") + std::string(to_text(endpoint->method));
            if (endpoint->method == Method::get) match.allow += ", HEAD";
            if (method == endpoint->method) {
                match.endpoint = endpoint.get();
                match.values = values;
            }
        }
        return match;
    }

    static HttpResponsePtr no_route(const Match& match, std::string_view id) {
        if (match.allow.empty()) {
            return problem_reply(
                {.fault = Fault::not_found, .say = "There is nothing at this address."}, id);
        }
        auto response = problem_reply(
            {.fault = Fault::method_not_allowed, .say = "This address does not take that method."},
            id);
        response->addHeader("Allow", match.allow);
        return response;
    }

    static bool is_own_page(std::string_view path) {
        static constexpr std::array<std::string_view, 6> kOwn{"/health",       "/ready", "/metrics",
                                                              "/openapi.json", "/docs",  "/redoc"};
        return std::ranges::contains(kOwn, path);
    }

    Task<HttpResponsePtr> own_page(HttpRequestPtr raw, std::string id) {
        const std::string& path = raw->path();
        if (!is_own_page(path)) co_return nullptr;
        if (method_of(raw->method()) != Method::get) co_return no_route({.allow = "GET, HEAD"}, id);
        if (path == "/health") {
            co_return page("application/json",
                           write_json(wire::Alive{"ok", router_.title(), router_.version()}));
        }
        if (path == "/metrics") co_return page("text/plain; version=0.0.4", metrics::render());
        if (path == "/openapi.json") co_return page("application/json", document_);
        if (path == "/ready") co_return co_await readiness();
        auto html = page("text/html; charset=utf-8", docs_page(router_.title(), path == "/docs"));
        html->addHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            "connect-src 'self'; base-uri 'none'; form-action 'none'");
        co_return html;
    }

    Task<HttpResponsePtr> readiness() {
        wire::Readiness state{.status = draining_ ? "draining" : "ready", .parts = {}};
        for (const auto& [name, check] : router_.ready_checks()) {
            auto reason = co_await check();
            if (reason && !draining_) state.status = "not ready";
            state.parts.push_back({name, !reason, std::move(reason)});
        }
        auto response = page("application/json", write_json(state));
        if (state.status != "ready") {
            response->setStatusCode(drogon::k503ServiceUnavailable);
            response->addHeader("Retry-After", "2");
        }
        co_return response;
    }

    static HttpResponsePtr page(std::string_view type, std::string body) {
        auto response = drogon::HttpResponse::newHttpResponse();
        response->setContentTypeString(type);
        response->setBody(std::move(body));
        return response;
    }

    // --- CORS: an exact list, never a reflected stranger ---------------------------------------

    bool known_origin(const std::string& origin) const {
        return std::ranges::find(options_.allowed_origins, origin) !=
               options_.allowed_origins.end();
    }

    HttpResponsePtr preflight(const drogon::HttpRequest& raw) const {
        auto response = drogon::HttpResponse::newHttpResponse();
        const auto match = find(raw, raw.path());
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

    static void add_common_headers(drogon::HttpResponse& response, const std::string& id) {
        response.addHeader("Vary", "Origin");
        response.addHeader("X-Request-ID", id);
        response.addHeader("X-Content-Type-Options", "nosniff");
    }

    void finish(const drogon::HttpRequest& raw, drogon::HttpResponse& response,
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

    Router& router_;
    ServerOptions options_;
    jwt::Bearers bearers_;
    Answered counted_;
    std::string document_;
    RateLimiter limiter_;
    std::atomic<bool> draining_ = false;
    std::atomic<int> in_flight_ = 0;
};

// What Drogon itself refuses (a body over the limit, a head it cannot parse) in our error shape.
HttpResponsePtr own_error(drogon::HttpStatusCode status, const HttpRequestPtr& raw) {
    const std::string id = raw ? raw->getHeader("x-request-id") : std::string();
    const auto fault = status == drogon::k413RequestEntityTooLarge ? Fault::too_large
                       : static_cast<int>(status) >= 500           ? Fault::internal
                       : status == drogon::k404NotFound            ? Fault::not_found
                                                                   : Fault::malformed;
    const auto* say =
        fault == Fault::too_large ? "The body is too large." : "The request cannot be read.";
    auto response = problem_reply({.fault = fault, .say = say},
                                  id.empty() || !utf8::valid(id) ? Uuid::random().str() : id);
    response->setStatusCode(status);
    return response;
}

// A client that asks any other route to upgrade is answered as if it had not (RFC 9110, 7.8).
bool wants_socket(const Router& router, const drogon::HttpRequest& raw) {
    const auto here = [&](const auto& route) { return route->endpoint.pattern == raw.path(); };
    if (std::ranges::none_of(router.sockets(), here)) return false;
    auto upgrade = raw.getHeader("upgrade");
    std::ranges::transform(upgrade, upgrade.begin(),
                           [](unsigned char c) { return std::tolower(c); });
    return upgrade == "websocket" && raw.method() == drogon::Get;
}

void mount_sockets(const Router& router, Edge& edge, const ServerOptions& options) {
    auto& app = drogon::app();
    app.registerController(std::make_shared<SocketServer>(
        router,
        [&edge](Request* request, const Endpoint* endpoint, std::string token) {
            return edge.admit_socket(request, endpoint, std::move(token));
        },
        options.allowed_origins));
    for (const auto& route : router.sockets()) {
        app.registerWebSocketController(route->endpoint.pattern, SocketServer::classTypeName());
    }
}

// Readiness goes off at once; what is under way is finished, up to the deadline.
void drain_then_quit(Edge& edge, const ServerOptions& options) {
    if (edge.draining()) return;
    edge.drain();
    log::info("service.draining", {{"in_flight", edge.in_flight()}});
    const auto deadline = std::chrono::steady_clock::now() + options.drain;
    auto* loop = drogon::app().getLoop();
    loop->runEvery(0.1, [&edge, &options, deadline] {
        const int busy = edge.in_flight() + detached();
        if (busy > 0 && std::chrono::steady_clock::now() < deadline) return;
        if (options.on_stop) options.on_stop();
        drogon::app().quit();
    });
}

}  // namespace

int serve(Router& router, ServerOptions options) {
    static std::unique_ptr<Edge> edge;  // Drogon's callbacks live as long as the process
    static ServerOptions kept;
    kept = options;
    kept.site.reset();  // the edge has it
    edge = std::make_unique<Edge>(router, std::move(options));
    std::filesystem::create_directories(kept.scratch_dir);
    let_unknown_methods_in();
    auto& app = drogon::app();
    app.setLogLevel(trantor::Logger::kFatal)
        .addListener("0.0.0.0", kept.port)
        .setThreadNum(kept.threads)
        .setClientMaxBodySize(kept.max_body_bytes)
        .setClientMaxMemoryBodySize(std::min<std::size_t>(kept.max_body_bytes, 1 << 20))
        .setUploadPath(kept.scratch_dir)
        .setIdleConnectionTimeout(static_cast<std::size_t>(kept.idle.count()))
        .enableServerHeader(false)
        .disableSession()
        .setCustomErrorHandler(own_error)
        .setTermSignalHandler([] { drain_then_quit(*edge, kept); })
        .setIntSignalHandler([] { drain_then_quit(*edge, kept); });
    app.registerPreRoutingAdvice([&router](const HttpRequestPtr& raw, drogon::AdviceCallback&& answer,
                                    drogon::AdviceChainCallback&& go_on) {
        if (wants_socket(router, *raw)) return go_on();
        if (const auto refused = edge->refuse_overload(raw)) return answer(refused);
        edge->handle(raw, std::move(answer));
    });
    // Drogon 1.9.13 drops the body of a stream that the client wants to be the last on its
    // connection (STYLE.md, pitfall 12): such a stream is kept alive, and Sse closes after its end.
    app.registerPreSendingAdvice([](const HttpRequestPtr&, const HttpResponsePtr& response) {
        if (response->contentTypeString().starts_with("text/event-stream")) {
            response->setCloseConnection(false);
        }
    });
    if (!router.sockets().empty()) mount_sockets(router, *edge, kept);
    app.registerBeginningAdvice([] {
        if (kept.on_start) kept.on_start();
        log::info("service.listening", {{"port", kept.port}});
    });
    app.run();
    log::info("service.stopped");
    return 0;
}

}  // namespace lexi::http
