#pragma once
#include <string>

#include "app/auth/schema.hpp"
#include "app/auth/throttle.hpp"
#include "app/core/database.hpp"
#include "app/core/revocation.hpp"
#include "app/core/tokens.hpp"
#include "kit/offload.hpp"

namespace lexi::auth {

struct Session;

/// Signing up, in, on and out. Any event loop; password hashing runs on `passwords`.
class AuthService {
public:
    AuthService(Database& db, Revocation& revocation, WorkerPool& passwords,
                SignInThrottle& throttle, std::string secret, TokenLives lives)
        : db_(db),
          revocation_(revocation),
          passwords_(passwords),
          throttle_(throttle),
          secret_(std::move(secret)),
          lives_(lives) {}

    /// already_exists names the taken field.
    Task<Result<UserView>> sign_up(Register asked, Instant now);
    /// Takes the same time and says the same for an unknown user and a wrong password.
    Task<Result<TokenReply>> sign_in(Login asked, std::string address, Instant now);
    /// A new pair; the old refresh token is spent. A spent one coming back revokes its family.
    Task<Result<TokenReply>> refresh(Refresh asked, Instant now);
    Task<Result<http::Empty>> sign_out(jwt::Claims claims, Logout asked, Instant now);
    /// Ends every session and personal token of the user, and begins a new session.
    Task<Result<TokenReply>> change_password(Uuid user, PasswordChange asked, std::string address,
                                             Instant now);

private:
    Task<Result<std::optional<Session>>> try_sign_in(std::string name, std::string password,
                                                     std::string address, Instant now);
    Task<Result<bool>> check(std::string password, std::string stored,
                             std::optional<std::string>* again);
    std::string place_of(const std::string& address) const;
    TokenReply reply(const Session& session) const;

    Database& db_;
    Revocation& revocation_;
    WorkerPool& passwords_;
    SignInThrottle& throttle_;
    std::string secret_;
    TokenLives lives_;
};

}  // namespace lexi::auth
