#pragma once
// What every service answers about itself: /health, /ready, /metrics, /openapi.json, /docs, /redoc.
#include <drogon/HttpRequest.h>
#include <drogon/HttpResponse.h>

#include <string>
#include <string_view>

#include "kit/router.hpp"

namespace lexi::http {

class OwnPages {
public:
    explicit OwnPages(const Router& router);

    static bool has(std::string_view path);
    /// Null where `raw`'s path is none of them. A service that is draining is not ready.
    Task<drogon::HttpResponsePtr> answer(drogon::HttpRequestPtr raw, std::string id,
                                         bool draining) const;

private:
    Task<drogon::HttpResponsePtr> readiness(bool draining) const;

    const Router& router_;
    const std::string document_;
};

}  // namespace lexi::http
