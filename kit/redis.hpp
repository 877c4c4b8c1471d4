#pragma once
// The Redis that both services share, and what the Backend tells the AI service through it: which
// access tokens are refused before their time.
//   lexi:revoked:jti:<jti>    = 1                   one token
//   lexi:revoked:user:<uuid>  = seconds since 1970  every access token of the user issued before
//   that second; personal tokens end one by one
// Both keys expire when the last token they speak of does.
#include <drogon/nosql/RedisClient.h>
#include <drogon/utils/coroutine.h>

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "kit/ids.hpp"

namespace lexi::redis {

/// Registers the client of `url` (redis://[user[:password]@]host[:port][/number]) with Drogon, one
/// connection an event loop; before the server runs. Throws std::invalid_argument for another form.
void connect(const std::string& url);

/// Has connect() been called?
bool is_connected();

/// The calling event loop's client.
drogon::nosql::RedisClientPtr client();

/// The words of an answer: one for a single value, one an element for a list; a nil is nothing.
using Words = std::vector<std::optional<std::string>>;

namespace detail {

bool may_ask();
void away(const std::exception& why);
Words words_of(const drogon::nosql::RedisResult& result);

}  // namespace detail

/// Runs one command on the calling event loop. Nothing where Redis is away: that is logged, and for
/// a second nobody waits for it again. The words are taken by value, because Drogon keeps only
/// pointers to them over the wait.
template <std::same_as<std::string>... Word>
drogon::Task<std::optional<Words>> ask(Word... word) {
    static const std::string form = ((static_cast<void>(word), std::string("%b ")) + ...);
    if (!detail::may_ask()) co_return std::nullopt;
    try {
        const auto here = client();
        const auto result = co_await std::apply(
            [&here](auto... part) { return here->execCommandCoro(form, part...); },
            std::tuple_cat(std::tuple(word.data(), word.size())...));
        co_return detail::words_of(result);
    } catch (const std::exception& why) {
        detail::away(why);
    }
    co_return std::nullopt;
}

std::string revoked_token_key(const std::string& jti);
std::string revoked_user_key(const Uuid& user);

}  // namespace lexi::redis
