#include "kit/jwt.hpp"

#include <algorithm>
#include <jwt/jwt.hpp>
#include <map>
#include <sstream>
#include <utility>

namespace lexi::jwt {
namespace {

std::int64_t seconds(Instant at) {
    return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

std::unexpected<Problem> bad() {
    return fail(Fault::token_invalid, "The token is not valid. Please sign in again.");
}

// Three non-empty base64url parts: the library is laxer than RFC 7515.
bool well_formed(std::string_view token) {
    if (token.size() > 4096 || std::ranges::count(token, '.') != 2) return false;
    if (token.starts_with('.') || token.ends_with('.') || token.contains("..")) return false;
    return std::ranges::all_of(token, [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
    });
}

std::optional<Kind> kind_from(std::string_view text) {
    for (const auto kind : {Kind::access, Kind::refresh, Kind::pat}) {
        if (text == to_text(kind)) return kind;
    }
    return std::nullopt;
}

// RFC 8693, 4.2: words with a space between.
std::optional<std::vector<Scope>> scopes_from(const std::string& text) {
    std::vector<Scope> scopes;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto scope = scope_from(word);
        if (!scope) return std::nullopt;
        scopes.push_back(*scope);
    }
    return scopes;
}

Result<Claims> read_claims(const nlohmann::json& payload) {
    const auto text = [&](const char* name) {
        return payload.contains(name) && payload[name].is_string()
                   ? payload[name].get<std::string>()
                   : std::string();
    };
    const auto time = [&](const char* name) -> std::optional<Instant> {
        if (!payload.contains(name) || !payload[name].is_number_integer()) return std::nullopt;
        return Instant{std::chrono::seconds{payload[name].get<std::int64_t>()}};
    };
    const auto subject = Uuid::parse(text("sub"));
    const auto kind = kind_from(text("type"));
    const auto role = role_from(text("role"));
    const auto issued = time("iat");
    const auto expires = time("exp");
    if (text("iss") != kIssuer || text("aud") != kAudience || text("jti").empty()) return bad();
    const auto scopes = scopes_from(text("scope"));
    if (!subject || !kind || !role || !issued || !expires || !scopes) return bad();
    if ((*kind == Kind::pat) == scopes->empty()) return bad();
    return Claims{*subject, *kind, *role, text("jti"), *issued, *expires, *scopes};
}

}  // namespace

std::string_view to_text(Kind kind) {
    switch (kind) {
        case Kind::access:
            return "access";
        case Kind::refresh:
            return "refresh";
        case Kind::pat:
            return "pat";
    }
    std::unreachable();
}

std::string_view to_text(Role role) {
    switch (role) {
        case Role::learner:
            return "learner";
        case Role::teacher:
            return "teacher";
        case Role::admin:
            return "admin";
    }
    std::unreachable();
}

std::string_view to_text(Scope scope) {
    switch (scope) {
        case Scope::read:
            return "read";
        case Scope::write:
            return "write";
        case Scope::ai:
            return "ai";
    }
    std::unreachable();
}

std::optional<Scope> scope_from(std::string_view text) {
    for (const auto scope : {Scope::read, Scope::write, Scope::ai}) {
        if (text == to_text(scope)) return scope;
    }
    return std::nullopt;
}

std::optional<Role> role_from(std::string_view text) {
    for (const auto role : {Role::learner, Role::teacher, Role::admin}) {
        if (text == to_text(role)) return role;
    }
    return std::nullopt;
}

std::string sign(const Claims& claims, std::string_view secret) {
    using namespace ::jwt::params;
    ::jwt::jwt_object object{algorithm("HS256"), ::jwt::params::secret(std::string(secret))};
    object.add_claim("sub", claims.subject.str())
        .add_claim("type", std::string(to_text(claims.kind)))
        .add_claim("role", std::string(to_text(claims.role)))
        .add_claim("jti", claims.jti)
        .add_claim("iss", std::string(kIssuer))
        .add_claim("aud", std::string(kAudience))
        .add_claim("iat", seconds(claims.issued_at))
        .add_claim("exp", seconds(claims.expires_at));
    std::string scopes;
    for (const auto scope : claims.scopes) {
        scopes += (scopes.empty() ? "" : " ") + std::string(to_text(scope));
    }
    if (!scopes.empty()) object.add_claim("scope", scopes);
    return object.signature();
}

namespace {

// Times are looked at by timely(), against the caller's clock, so that tests need no sleeping.
Result<Claims> genuine(std::string_view token, std::string_view secret) {
    using namespace ::jwt::params;
    if (!well_formed(token)) return bad();
    try {
        std::error_code error;
        const auto object =
            ::jwt::decode(std::string(token), algorithms({"HS256"}), error,
                          ::jwt::params::secret(std::string(secret)), ::jwt::params::verify(true),
                          ::jwt::params::validate_iat(false), leeway(1'000'000'000));
        if (error || object.header().algo() != ::jwt::algorithm::HS256) return bad();
        return read_claims(object.payload().create_json_obj());
    } catch (const std::exception&) {
        return bad();
    }
}

Result<Claims> timely(Claims claims, Instant now) {
    if (claims.issued_at > now + std::chrono::minutes(2)) return bad();
    if (claims.expires_at <= now) {
        return fail(Fault::token_expired, "The token has expired. Please refresh it.");
    }
    return claims;
}

}  // namespace

Result<Claims> verify(std::string_view token, std::string_view secret, Kind expected, Instant now) {
    auto claims = genuine(token, secret);
    if (!claims) return claims;
    if (claims->kind != expected) return bad();
    return timely(std::move(*claims), now);
}

Result<Claims> Bearers::verify(std::string_view token, Instant now) {
    if (auto known = recall(token)) return timely(std::move(*known), now);
    auto claims = genuine(token, secret_);
    if (!claims) return claims;
    if (claims->kind == Kind::refresh) return bad();
    remember(token, *claims);
    return timely(std::move(*claims), now);
}

std::size_t Bearers::remembered() const {
    const std::lock_guard lock(mutex_);
    return recent_.size() + older_.size();
}

std::optional<Claims> Bearers::recall(std::string_view token) const {
    const std::lock_guard lock(mutex_);
    for (const auto* known : {&recent_, &older_}) {
        const auto found = known->find(token);
        if (found != known->end()) return found->second;
    }
    return std::nullopt;
}

void Bearers::remember(std::string_view token, const Claims& claims) {
    const std::lock_guard lock(mutex_);
    if (recent_.size() >= kMostRemembered / 2) older_ = std::exchange(recent_, {});
    recent_.emplace(token, claims);
}

}  // namespace lexi::jwt
