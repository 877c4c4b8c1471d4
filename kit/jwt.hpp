#pragma once
// The one JWT that opens both services. HS256 only, whatever the token's header says (RFC
// 8725, 3.1).
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kit/clock.hpp"
#include "kit/ids.hpp"
#include "kit/result.hpp"

namespace lexi::jwt {

inline constexpr std::string_view kIssuer = "lexilingo-backend";
inline constexpr std::string_view kAudience = "lexilingo";  // covers both services

enum class Kind { access, refresh, pat };
enum class Role { learner, teacher, admin };
/// What a personal access token is good for: the Backend's GET routes, its other routes, the AI
/// service.
enum class Scope { read, write, ai };

std::string_view to_text(Kind kind);
std::string_view to_text(Role role);
std::string_view to_text(Scope scope);
std::optional<Role> role_from(std::string_view text);
std::optional<Scope> scope_from(std::string_view text);

struct Claims {
    Uuid subject = Uuid::random();
    Kind kind = Kind::access;
    Role role = Role::learner;
    std::string jti;
    Instant issued_at;
    Instant expires_at;
    std::vector<Scope> scopes = {};  // of a pat, at least one; else none
};

std::string sign(const Claims& claims, std::string_view secret);

/// Checks form, algorithm, signature, issuer, audience, times and kind. Errors: token_expired for a
/// good token past its time, token_invalid for anything else.
Result<Claims> verify(std::string_view token, std::string_view secret, Kind expected, Instant now);

/// Checks what stands in an Authorization header: an access token or a pat. Tokens found good are
/// remembered, as a client sends the same one for minutes and a signature costs more than a lookup;
/// their times are looked at on each call. For any thread.
class Bearers {
public:
    static constexpr std::size_t kMostRemembered = 10'000;  // some 8 MiB

    explicit Bearers(std::string secret) : secret_(std::move(secret)) {}
    /// Errors as verify().
    Result<Claims> verify(std::string_view token, Instant now);
    std::size_t remembered() const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Known = std::unordered_map<std::string, Claims, Hash, std::equal_to<>>;

    std::optional<Claims> recall(std::string_view token) const;
    void remember(std::string_view token, const Claims& claims);

    std::string secret_;
    mutable std::mutex mutex_;
    Known recent_, older_;  // the older half goes as a whole
};

}  // namespace lexi::jwt
