#pragma once
// Everything between a parsed request and its answer: overload, own pages, the site, routes,
// access, limits, CORS, log, metrics. Server-wide state; any thread.
#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "kit/admission.hpp"
#include "kit/answered.hpp"
#include "kit/own_pages.hpp"
#include "kit/server.hpp"

namespace lexi::http {

class Edge {
public:
    using Answer = std::function<void(const drogon::HttpResponsePtr&)>;

    Edge(Router& router, ServerOptions options);

    /// Never lets an exception out: Drogon would end the process (STYLE.md, pitfall 8).
    drogon::AsyncTask handle(drogon::HttpRequestPtr raw, Answer answer);
    /// What a request is refused with before anything is done for it, or nothing.
    drogon::HttpResponsePtr refuse_overload(const drogon::HttpRequestPtr& raw);
    /// For a socket's first message: what Admission is for a request. Pointers, not references:
    /// what they point to lives in the awaiting frame.
    Task<std::optional<Problem>> admit_socket(Request* request, const Endpoint* endpoint,
                                              std::string token);

    bool draining() const { return draining_; }
    void drain() { draining_ = true; }
    int in_flight() const { return in_flight_; }

private:
    Task<drogon::HttpResponsePtr> respond(Request request, std::string* route);
    std::string client_address(const drogon::HttpRequest& raw) const;
    // CORS: an exact list, never a reflected stranger.
    bool known_origin(const std::string& origin) const;
    drogon::HttpResponsePtr preflight(const drogon::HttpRequest& raw) const;
    void finish(const drogon::HttpRequest& raw, drogon::HttpResponse& response,
                const std::string& id, const std::string& route,
                std::chrono::steady_clock::time_point began);

    Router& router_;
    ServerOptions options_;
    Admission admission_;
    OwnPages pages_;
    Answered counted_;
    std::atomic<bool> draining_ = false;
    std::atomic<int> in_flight_ = 0;
};

}  // namespace lexi::http
