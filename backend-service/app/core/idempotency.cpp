#include "app/core/idempotency.hpp"

#include "core_sql.hpp"

namespace lexi {

std::optional<IdempotentCall> idempotent_call(const http::Request& request,
                                              std::string_view route) {
    auto key = request.idempotency_key();
    if (!key) return std::nullopt;
    // The path is part of what was asked: one key on two lessons is two requests.
    const std::string asked =
        std::string(request.raw->path()) + '\n' + std::string(request.raw->body());
    return IdempotentCall{request.who().id, std::string(route), std::move(*key), sha256_hex(asked)};
}

Task<Result<std::optional<StoredReply>>> claim_key(UnitOfWork& work, IdempotentCall call) {
    const auto lock = co_await work.run(core::sql::lock_key, call.user, call.route, call.key);
    if (!column::flag(lock[0], "taken")) {
        co_return fail(Fault::conflict, "A request with this Idempotency-Key is being worked on.");
    }
    const auto rows = co_await work.run(core::sql::find_reply, call.user, call.route, call.key);
    if (rows.empty()) co_return std::optional<StoredReply>();
    if (column::text(rows[0], "body_hash") != call.body_hash) {
        co_return fail_field("Idempotency-Key", "was used with another request before");
    }
    co_return StoredReply{column::integer(rows[0], "status"), column::text(rows[0], "body")};
}

Task<Rows> keep_reply(UnitOfWork& work, IdempotentCall call, StoredReply reply) {
    return work.run(core::sql::keep_reply, call.user, call.route, call.key, call.body_hash,
                    reply.status, reply.body);
}

}  // namespace lexi
