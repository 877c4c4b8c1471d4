#include "kit/route_match.hpp"

namespace lexi::http {
namespace {

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

}  // namespace

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

Match find_route(const Router& router, const drogon::HttpRequest& raw, std::string_view path) {
    const auto method = method_of(raw.method());
    const auto segments = split_path(path);
    Match match;
    std::vector<std::pair<std::string, std::string>> values;
    bool literal = false;
    for (const auto& endpoint : router.endpoints()) {
        if (!fits(*endpoint, segments, values)) continue;
        // /vocabulary/review is not /vocabulary/{id}: a pattern without a name wins.
        if (literal && !values.empty()) continue;
        if (!literal && values.empty()) {
            literal = true;
            match = {};
        }
        match.allow += (match.allow.empty() ? "" : ", ") + std::string(to_text(endpoint->method));
        if (endpoint->method == Method::get) match.allow += ", HEAD";
        if (method == endpoint->method) {
            match.endpoint = endpoint.get();
            match.values = values;
        }
    }
    return match;
}

drogon::HttpResponsePtr no_route(const Match& match, std::string_view id) {
    if (match.allow.empty()) {
        return problem_reply(
            {.fault = Fault::not_found, .say = "There is nothing at this address."}, id);
    }
    auto response = problem_reply(
        {.fault = Fault::method_not_allowed, .say = "This address does not take that method."}, id);
    response->addHeader("Allow", match.allow);
    return response;
}

}  // namespace lexi::http
