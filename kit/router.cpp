#include "kit/router.hpp"

#include <sstream>
#include <stdexcept>

namespace lexi::http {

Endpoint& Router::add_endpoint(Method method, std::string path, Operation op) {
    auto endpoint = std::make_unique<Endpoint>();
    endpoint->method = method;
    // A leading '!' marks a path that stands outside the prefix (/v1/models, /health).
    endpoint->pattern = path.starts_with('!') ? path.substr(1) : prefix_ + path;
    endpoint->op = std::move(op);
    std::istringstream parts(endpoint->pattern.substr(1));
    for (std::string part; std::getline(parts, part, '/');) endpoint->segments.push_back(part);
    for (const auto& other : endpoints_) {
        if (other->method == method && other->pattern == endpoint->pattern) {
            throw std::logic_error("route mounted twice: " + endpoint->pattern);
        }
    }
    endpoints_.push_back(std::move(endpoint));
    return *endpoints_.back();
}

void Router::socket(const std::string& path, Operation op, BeginConversation begin) {
    auto route = std::make_unique<SocketRoute>();
    route->endpoint.method = Method::get;
    route->endpoint.pattern = prefix_ + path;
    route->endpoint.op = std::move(op);
    route->begin = std::move(begin);
    sockets_.push_back(std::move(route));
}

}  // namespace lexi::http
