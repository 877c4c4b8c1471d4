#include "kit/server.hpp"

#include <drogon/drogon.h>

#include <algorithm>
#include <filesystem>

#include "kit/edge.hpp"
#include "kit/log.hpp"
#include "kit/socket.hpp"
#include "kit/sse.hpp"
#include "kit/unknown_methods.hpp"
#include "kit/utf8.hpp"

namespace lexi::http {
namespace {

using drogon::HttpRequestPtr;
using drogon::HttpResponsePtr;

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
    app.registerPreRoutingAdvice([&router](const HttpRequestPtr& raw,
                                           drogon::AdviceCallback&& answer,
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
