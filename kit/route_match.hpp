#pragma once
// Which endpoint a request is for.
#include <drogon/HttpRequest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/router.hpp"

namespace lexi::http {

struct Match {
    const Endpoint* endpoint = nullptr;
    std::string allow;  // methods mounted at this path; empty: no such path
    std::vector<std::pair<std::string, std::string>> values;
};

/// HEAD is a GET; nothing for methods that no route has.
std::optional<Method> method_of(drogon::HttpMethod method);

Match find_route(const Router& router, const drogon::HttpRequest& raw, std::string_view path);

/// 404 where nothing is mounted, else 405 with Allow.
drogon::HttpResponsePtr no_route(const Match& match, std::string_view request_id);

}  // namespace lexi::http
