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
    bool is_at_home = false;  // has signed in from here before; find_by_name() says
};

/// A refresh token as stored.
struct StoredToken {
    Uuid family;
    bool spent = false;
    bool spent_meanwhile = false;  // after the request had come
    bool revoked = false;
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
Task<std::optional<Credentials>> find_by_name(UnitOfWork& work, std::string name,
                                              std::string place);
/// As it stands; until the end of `work` nobody ends its sessions.
Task<std::optional<Credentials>> lock_account(UnitOfWork& work, Uuid user);
/// Access tokens issued before this are refused.
Task<std::optional<Instant>> tokens_from(UnitOfWork& work, Uuid user);
Task<Rows> set_password_hash(UnitOfWork& work, Uuid user, std::string hash);

/// The owner is at home at `place`.
Task<Rows> note_place(UnitOfWork& work, Uuid user, std::string place, Instant now);

/// Locked until the end of `work`.
Task<std::optional<StoredToken>> lock_token(UnitOfWork& work, Uuid user, std::string token_hash,
                                            Instant asked_at);
Task<Rows> add_token(UnitOfWork& work, Uuid user, std::string token_hash, Uuid family,
                     Instant expires_at);
Task<Rows> spend_token(UnitOfWork& work, Uuid user, std::string token_hash);
Task<Rows> revoke_family(UnitOfWork& work, Uuid user, Uuid family);

/// Nothing where the user has as many as there may be.
Task<std::optional<PersonalTokenView>> add_personal_token(UnitOfWork& work, jwt::Claims claims,
                                                          std::string name, std::string last_four);
Task<std::vector<PersonalTokenView>> list_personal_tokens(UnitOfWork& work, Uuid user, Instant now);
Task<std::optional<PersonalTokenView>> find_personal_token(UnitOfWork& work, Uuid user, Uuid id,
                                                           Instant now);
/// When it would have expired, or nothing where there is no such token.
Task<std::optional<Instant>> revoke_personal_token(UnitOfWork& work, Uuid user, Uuid id,
                                                   Instant now);

}  // namespace lexi::auth
