#pragma once
// The Redis that both services share, and what the Backend tells the AI service through it: which
// access tokens are refused before their time.
//   lexi:revoked:jti:<jti>    = 1                   one token
//   lexi:revoked:user:<uuid>  = seconds since 1970  every token of the user issued before that
//   second
// Both keys expire when the last token they speak of does.
#include <drogon/nosql/RedisClient.h>

#include <string>

#include "kit/ids.hpp"

namespace lexi::redis {

/// Registers the client of `url` (redis://[user[:password]@]host[:port][/number]) with Drogon, one
/// connection an event loop; before the server runs. Throws std::invalid_argument for another form.
void connect(const std::string& url);

/// The calling event loop's client.
drogon::nosql::RedisClientPtr client();

std::string revoked_token_key(const std::string& jti);
std::string revoked_user_key(const Uuid& user);

}  // namespace lexi::redis
