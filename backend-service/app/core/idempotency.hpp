#pragma once
// Idempotency-Key (API.md, Common): the reply is stored in the transaction of its effect, so that
// either both are there or neither is. Kept for 24 hours for a learner, route and key.
#include <glaze/glaze.hpp>
#include <optional>
#include <string>

#include "app/core/database.hpp"
#include "kit/body.hpp"

namespace lexi {

struct IdempotentCall {
    Uuid user;
    std::string route;
    std::string key;
    std::string body_hash;
};

struct StoredReply {
    int status = 200;
    std::string body;
};

/// What this request is under its key (whose form the router has checked), or nothing without one.
std::optional<IdempotentCall> idempotent_call(const http::Request& request, std::string_view route);

/// Takes the key for this transaction. A stored reply is to be sent again; conflict: the same key
/// is in flight; invalid: the key came with another body before.
Task<Result<std::optional<StoredReply>>> claim_key(UnitOfWork& work, IdempotentCall call);

Task<Rows> keep_reply(UnitOfWork& work, IdempotentCall call, StoredReply reply);

namespace detail {

template <class T>
Task<Result<http::Reply<T>>> claimed(UnitOfWork& work, std::optional<IdempotentCall> call,
                                     Effect<T> effect, int status) {
    if (call) {
        auto stored = co_await claim_key(work, *call);
        if (!stored) co_return std::unexpected(stored.error());
        if (*stored) {
            T again{};
            if (glz::read_json(again, (*stored)->body)) {
                co_return fail(Fault::internal, "The stored reply cannot be read.");
            }
            co_return http::Reply<T>(std::move(again)).with_status((*stored)->status);
        }
    }
    auto done = co_await effect(work);
    if (!done) co_return std::unexpected(done.error());
    if (call) {
        StoredReply reply{.status = status, .body = http::write_json(*done)};
        co_await keep_reply(work, *call, std::move(reply));
    }
    co_return http::Reply<T>(std::move(*done)).with_status(status);
}

}  // namespace detail

/// Runs `effect` at most once for the request's Idempotency-Key; without a key simply in a
/// transaction. `route` names the operation, stable over releases.
template <class T>
Task<Result<http::Reply<T>>> once(Database& db, http::Request request, std::string_view route,
                                  Effect<T> effect, int status = 200) {
    Effect<http::Reply<T>> whole = [call = idempotent_call(request, route),
                                    effect = std::move(effect), status](UnitOfWork& work) {
        return detail::claimed<T>(work, call, effect, status);
    };
    auto reply = co_await db.transact<http::Reply<T>>(std::move(whole));
    co_return reply;
}

}  // namespace lexi
