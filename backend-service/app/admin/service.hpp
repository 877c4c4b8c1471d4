#pragma once
#include "app/admin/schema.hpp"
#include "app/core/revocation.hpp"

namespace lexi::admin {

/// Accounts as administrators see and change them. Any event loop. There is always an
/// administrator: what would leave none is a conflict.
class AdminService {
public:
    AdminService(Database& db, Revocation& revocation) : db_(db), revocation_(revocation) {}

    Task<Result<http::Reply<std::vector<UserItem>>>> list(UserFilter filter);
    /// Nobody signs in any more; every token is refused at once.
    Task<Result<UserView>> deactivate(Uuid user, Instant now);
    Task<Result<UserView>> activate(Uuid user, Instant now);
    /// Access tokens that carry the old role are refused at once; the next refresh gives the new
    /// one.
    Task<Result<UserView>> change_role(Uuid user, jwt::Role role, Instant now);

private:
    Database& db_;
    Revocation& revocation_;
};

}  // namespace lexi::admin
