#pragma once
// Tokens that were signed out at the Backend, as it publishes them in the Redis that both share.
#include <string>

#include "kit/http.hpp"

namespace lexi::core {

class Revocation {
public:
    /// Throws std::invalid_argument for an URL that cannot be read. Before the loops run.
    explicit Revocation(const std::string& redis_url);
    /// False where Redis is away: the token's own expiry, half an hour, then has to do.
    Task<bool> is_revoked(jwt::Claims claims);
};

}  // namespace lexi::core
