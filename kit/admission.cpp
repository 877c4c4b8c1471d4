#include "kit/admission.hpp"

#include <algorithm>

namespace lexi::http {
namespace {

bool is_bearer(std::string_view header) {
    std::string scheme(header.substr(0, 7));
    std::ranges::transform(scheme, scheme.begin(), [](unsigned char c) { return std::tolower(c); });
    return scheme == "bearer ";
}

}  // namespace

Admission::Admission(const Router& router, const ServerOptions& options)
    : router_(router), options_(options), bearers_(options.secret) {}

Task<std::optional<Problem>> Admission::authenticate(Request* request, const Endpoint* endpoint) {
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

Task<std::optional<Problem>> Admission::admit(Request* request, const Endpoint* endpoint,
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
std::optional<Problem> Admission::beyond_scope(const jwt::Claims& claims,
                                               const Endpoint& endpoint) const {
    if (claims.kind != jwt::Kind::pat) return std::nullopt;
    if (endpoint.op.own_session || endpoint.op.access != Access::learner) {
        return Problem{.fault = Fault::forbidden,
                       .say = "A personal access token may not do this. Please sign in."};
    }
    const auto needed = options_.scope.value_or(endpoint.method == Method::get ? jwt::Scope::read
                                                                               : jwt::Scope::write);
    if (std::ranges::contains(claims.scopes, needed)) return std::nullopt;
    return Problem{.fault = Fault::forbidden,
                   .say = "The personal access token does not have the scope '" +
                          std::string(jwt::to_text(needed)) + "'."};
}

Task<RateVerdict> Admission::take_rate(const Request* request, const Endpoint* endpoint) {
    const auto& kind = endpoint->op.rate_class;
    const auto limit = kind == "sign-in" ? options_.limits.sign_in
                       : kind == "chat"  ? options_.limits.chat
                                         : options_.limits.standard;
    if (limit == 0) co_return RateVerdict{};
    const auto who =
        kind != "sign-in" && request->caller ? request->caller->id.str() : request->address;
    const auto verdict =
        co_await limiter_.take_shared(router_.title() + "|" + kind + "|" + who, limit, request->at);
    co_return verdict;
}

}  // namespace lexi::http
