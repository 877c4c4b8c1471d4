#pragma once
#include "app/core/revocation.hpp"
#include "app/users/schema.hpp"

namespace lexi::users {

/// Accounts as their owners (and administrators) see and change them. Any event loop.
class UserService {
public:
    UserService(Database& db, Revocation& revocation) : db_(db), revocation_(revocation) {}

    Task<Result<UserView>> show(Uuid user, Instant now);
    Task<Result<UserView>> change(Uuid user, ProfileChange change, Instant now);
    /// Erases the user and everything that belongs to the user; tokens in circulation are refused.
    Task<Result<http::Empty>> erase(Uuid user, Instant now);

private:
    Database& db_;
    Revocation& revocation_;
};

}  // namespace lexi::users
