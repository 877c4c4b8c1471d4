#pragma once
// Tokens that are refused before their time. PostgreSQL remembers them. Where both services share a
// Redis (kit/redis) they are written there too, so that the AI service refuses them as well and no
// request of an access token has to ask PostgreSQL.
#include <atomic>
#include <string>
#include <vector>

#include "app/core/database.hpp"
#include "app/core/token_memory.hpp"
#include "kit/jwt.hpp"

namespace lexi {

/// What ends: access tokens alone (the next refresh gives one with the new role), every session, or
/// personal tokens too.
enum class Reach { access_tokens, sessions, everything };

/// What ended in a transaction, to be published after its commit.
struct Ended {
    struct Token {
        std::string jti;
        Instant expires_at;
    };
    Uuid user;
    Instant from;                 // access tokens issued before; new ones are issued from then on
    std::vector<Token> personal;  // personal tokens
};

class Revocation {
public:
    /// An empty `redis_url`: PostgreSQL alone.
    Revocation(Database& db, std::string redis_url, std::chrono::seconds access_life);

    /// Registers the Redis client with Drogon; before the server runs.
    void connect();

    /// Is this token refused? False while the stores are away: no route can do anything then, and
    /// a client told 401 would throw its good token away. Without Redis another process's refusals
    /// are felt within two seconds, this process's own at once.
    Task<bool> is_revoked(jwt::Claims claims);

    /// Within `work`: this one token / the user's tokens, with the user's row locked.
    Task<Rows> revoke_token(UnitOfWork& work, jwt::Claims claims);
    Task<Ended> end(UnitOfWork& work, Uuid user, Reach reach, Instant now);

    /// After the commit.
    Task<void> publish_token(std::string jti, Instant expires_at, Instant now);
    Task<void> publish(Ended ended, Instant now);

private:
    Task<std::optional<bool>> ask_redis(jwt::Claims claims);
    Task<Result<Rows>> ask_database(jwt::Claims claims);
    Task<void> fill_redis();
    Task<void> set(std::string key, std::string value, Instant expires_at, Instant now);

    Database& db_;
    std::string redis_url_;
    std::chrono::seconds access_life_;
    TokenMemory memory_;
    // Redis lacks something that PostgreSQL knows: it was away when it should have been told.
    std::atomic<bool> behind_ = false;
    std::atomic<bool> filling_ = false;
};

}  // namespace lexi
