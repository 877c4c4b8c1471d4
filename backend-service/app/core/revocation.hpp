#pragma once
// Access tokens that are refused before their time. PostgreSQL remembers them; where both services
// share a Redis they are written there too (kit/redis), so that the AI service refuses them as
// well.
#include <string>

#include "app/core/database.hpp"
#include "kit/jwt.hpp"

namespace lexi {

class Revocation {
public:
    /// An empty `redis_url`: PostgreSQL alone.
    Revocation(Database& db, std::string redis_url, std::chrono::seconds access_life);

    /// Registers the Redis client with Drogon; before the server runs.
    void connect();

    /// Is this token refused? False while the database is away: no route can do anything then, and
    /// a client told 401 would throw its good token away.
    Task<bool> is_revoked(jwt::Claims claims);

    /// Within `work`: this one token / every token issued before `from`.
    Task<Rows> revoke_token(UnitOfWork& work, jwt::Claims claims);
    Task<Rows> revoke_user(UnitOfWork& work, Uuid user, Instant from);

    /// After the commit: tells the other service, if there is a Redis. A Redis that is away is
    /// logged and does no harm here.
    Task<void> publish_token(jwt::Claims claims, Instant now);
    Task<void> publish_user(Uuid user, Instant from);

private:
    Task<void> set(std::string key, std::string value, std::chrono::seconds life);

    Database& db_;
    std::string redis_url_;
    std::chrono::seconds access_life_;
};

}  // namespace lexi
