#include "kit/own_pages.hpp"

#include <algorithm>
#include <array>

#include "kit/docs_page.hpp"
#include "kit/metrics.hpp"
#include "kit/route_match.hpp"

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

drogon::HttpResponsePtr page(std::string_view type, std::string body) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setContentTypeString(type);
    response->setBody(std::move(body));
    return response;
}

}  // namespace

OwnPages::OwnPages(const Router& router) : router_(router), document_(openapi(router)) {}

bool OwnPages::has(std::string_view path) {
    static constexpr std::array<std::string_view, 6> kOwn{"/health",       "/ready", "/metrics",
                                                          "/openapi.json", "/docs",  "/redoc"};
    return std::ranges::contains(kOwn, path);
}

Task<drogon::HttpResponsePtr> OwnPages::answer(drogon::HttpRequestPtr raw, std::string id,
                                               bool draining) const {
    const std::string& path = raw->path();
    if (!has(path)) co_return nullptr;
    if (method_of(raw->method()) != Method::get) co_return no_route({.allow = "GET, HEAD"}, id);
    if (path == "/health") {
        co_return page("application/json",
                       write_json(wire::Alive{"ok", router_.title(), router_.version()}));
    }
    if (path == "/metrics") co_return page("text/plain; version=0.0.4", metrics::render());
    if (path == "/openapi.json") co_return page("application/json", document_);
    if (path == "/ready") co_return co_await readiness(draining);
    auto html = page("text/html; charset=utf-8", docs_page(router_.title(), path == "/docs"));
    html->addHeader("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                    "connect-src 'self'; base-uri 'none'; form-action 'none'");
    co_return html;
}

Task<drogon::HttpResponsePtr> OwnPages::readiness(bool draining) const {
    wire::Readiness state{.status = draining ? "draining" : "ready", .parts = {}};
    for (const auto& [name, check] : router_.ready_checks()) {
        auto reason = co_await check();
        if (reason && !draining) state.status = "not ready";
        state.parts.push_back({name, !reason, std::move(reason)});
    }
    auto response = page("application/json", write_json(state));
    if (state.status != "ready") {
        response->setStatusCode(drogon::k503ServiceUnavailable);
        response->addHeader("Retry-After", "2");
    }
    co_return response;
}

}  // namespace lexi::http
