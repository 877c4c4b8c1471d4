#pragma once
// What a session is made of, in a transaction: begun by a right password, renewed by a refresh
// token, ended by its owner.
#include "app/auth/store.hpp"
#include "app/core/revocation.hpp"
#include "app/core/tokens.hpp"

namespace lexi::auth {

struct Session {
    Credentials who;
    TokenPair pair;
};

/// A password that was found right outside of any transaction.
struct Begin {
    Uuid user;
    std::string verified_hash;            // what it was found right against
    std::optional<std::string> new_hash;  // where that is outdated
    std::string place;
    TokenLives lives;
    std::string secret;
    Instant now;
};
/// Nothing where the password is another one by now. forbidden: the account is switched off.
Task<Result<std::optional<Session>>> begin_session(UnitOfWork& work, Begin asked);

struct Renewal {
    std::string token;
    jwt::Claims claims;
    TokenLives lives;
    std::string secret;
    Instant now;
};
/// Nothing where the token was refused: a refusal that revokes a family must be committed too, so
/// it is no error of the transaction.
Task<Result<std::optional<Session>>> renew_session(UnitOfWork& work, Renewal asked);

struct SignOut {
    jwt::Claims claims;
    std::optional<std::string> refresh_token;
    bool all = false;
    Instant now;
};
/// What ended beside the token itself.
Task<Result<std::optional<Ended>>> end_session(UnitOfWork& work, Revocation& revocation,
                                               SignOut out);

/// A password that was found right is to be replaced.
struct Replacement {
    Begin session;  // begun in the place of all others
    std::string new_hash;
};
struct Replaced {
    Session session;
    Ended ended;
};
/// conflict where it was replaced by another request meanwhile.
Task<Result<Replaced>> replace_password(UnitOfWork& work, Revocation& revocation,
                                        Replacement asked);

}  // namespace lexi::auth
