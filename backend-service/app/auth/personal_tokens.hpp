#pragma once
// Personal access tokens, for editors and scripts: they open what their scopes say until they
// expire or are deleted, and nothing that changes the account (kit/server).
#include "app/auth/schema.hpp"
#include "app/core/database.hpp"
#include "app/core/revocation.hpp"

namespace lexi::auth {

/// Any event loop.
class PersonalTokens {
public:
    PersonalTokens(Database& db, Revocation& revocation, std::string secret)
        : db_(db), revocation_(revocation), secret_(std::move(secret)) {}

    /// conflict where the user has fifty.
    Task<Result<PersonalTokenGiven>> give(Uuid user, NewPersonalToken asked, Instant now);
    Task<Result<std::vector<PersonalTokenView>>> list(Uuid user, Instant now);
    Task<Result<PersonalTokenView>> show(Uuid user, Uuid id, Instant now);
    /// Refused from then on, by both services when they share Redis.
    Task<Result<http::Empty>> remove(Uuid user, Uuid id, Instant now);

private:
    Database& db_;
    Revocation& revocation_;
    std::string secret_;
};

}  // namespace lexi::auth
