#pragma once
#include <optional>
#include <string>

#include "app/auth/schema.hpp"
#include "app/core/database.hpp"
#include "kit/jwt.hpp"

namespace lexi::auth {

struct Credentials {
    Uuid id;
    std::string email;
    std::string username;
    std::string hashed_password;
    jwt::Role role = jwt::Role::learner;
    bool is_active = true;
};

/// A refresh token as stored, with its owner.
struct StoredToken {
    Uuid family;
    bool spent = false;
    bool revoked = false;
    Credentials owner;
};

struct NewUser {
    Register asked;
    std::string hashed_password;
};

/// The new id, or nothing where e-mail or username is taken.
Task<std::optional<Uuid>> add_user(UnitOfWork& work, NewUser user);
/// The fields of `user` that are taken: email, username.
Task<std::vector<std::string>> taken_fields(UnitOfWork& work, std::string email,
                                            std::string username);
/// By e-mail or username, in any letter case.
Task<std::optional<Credentials>> find_by_name(UnitOfWork& work, std::string name);
Task<Rows> set_password_hash(UnitOfWork& work, Uuid user, std::string hash);

/// Locked until the end of `work`.
Task<std::optional<StoredToken>> lock_token(UnitOfWork& work, Uuid user, std::string token_hash);
Task<Rows> add_token(UnitOfWork& work, Uuid user, std::string token_hash, Uuid family,
                     Instant expires_at);
Task<Rows> spend_token(UnitOfWork& work, Uuid user, std::string token_hash);
Task<Rows> revoke_family(UnitOfWork& work, Uuid user, Uuid family);
Task<Rows> revoke_all(UnitOfWork& work, Uuid user);

}  // namespace lexi::auth
