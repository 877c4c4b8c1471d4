#pragma once
#include <string>

#include "app/auth/schema.hpp"
#include "app/core/database.hpp"
#include "app/core/revocation.hpp"
#include "app/core/tokens.hpp"
#include "kit/offload.hpp"

namespace lexi::auth {

struct Credentials;

/// Signing up, in, on and out. Any event loop; password hashing runs on `passwords`.
class AuthService {
public:
    AuthService(Database& db, Revocation& revocation, WorkerPool& passwords, std::string secret,
                TokenLives lives)
        : db_(db),
          revocation_(revocation),
          passwords_(passwords),
          secret_(std::move(secret)),
          lives_(lives) {}

    /// already_exists names the taken field.
    Task<Result<UserView>> sign_up(Register asked, Instant now);
    /// Takes the same time and says the same for an unknown user and a wrong password.
    Task<Result<TokenReply>> sign_in(Login asked, Instant now);
    /// A new pair; the old refresh token is spent. A spent one coming back revokes its family.
    Task<Result<TokenReply>> refresh(Refresh asked, Instant now);
    Task<Result<http::Empty>> sign_out(jwt::Claims claims, Logout asked, Instant now);

private:
    TokenReply reply(const Credentials& who, const TokenPair& pair) const;

    Database& db_;
    Revocation& revocation_;
    WorkerPool& passwords_;
    std::string secret_;
    TokenLives lives_;
};

}  // namespace lexi::auth
