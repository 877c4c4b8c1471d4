#include "app/core/revocation.hpp"

#include <glaze/glaze.hpp>

#include "core_sql.hpp"
#include "kit/log.hpp"
#include "kit/redis.hpp"

namespace lexi {
namespace {

// Stands in a Redis that knows every refusal; one that was emptied lacks it.
const std::string kComplete = "lexi:revoked:complete";

// KEYS: none; ARGV[1]: a JSON list of [key, value, end in seconds since 1970].
constexpr const char* kSetAll =
    "for _, e in ipairs(cjson.decode(ARGV[1])) do "
    "redis.call('SET', e[1], e[2], 'EXAT', e[3]) end return 1";
constexpr int kChunk = 1000;

std::int64_t seconds(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

using Entry = std::tuple<std::string, std::string, std::string>;

Entry entry(const Row& row) {
    const auto user = column::uuid(row, "user_id");
    const auto ends = std::to_string(seconds(column::instant(row, "expires_at")));
    const auto from = column::maybe_instant(row, "issued_before");
    if (from) return {redis::revoked_user_key(user), std::to_string(seconds(*from)), ends};
    return {redis::revoked_token_key(column::text(row, "jti")), "1", ends};
}

}  // namespace

Revocation::Revocation(Database& db, std::string redis_url, std::chrono::seconds access_life)
    : db_(db), redis_url_(std::move(redis_url)), access_life_(access_life) {}

void Revocation::connect() {
    if (!redis_url_.empty()) redis::connect(redis_url_);
}

Task<bool> Revocation::is_revoked(jwt::Claims claims) {
    const auto word = memory_.recall(claims, now());
    if (word == TokenMemory::Word::refused) co_return true;
    // A personal token lives for months, so PostgreSQL itself has the word on it.
    if (redis::is_connected() && claims.kind == jwt::Kind::access) {
        const auto said = co_await ask_redis(claims);
        if (said) co_return *said;
    }
    if (word == TokenMemory::Word::good) co_return false;
    const auto rows = co_await ask_database(claims);
    if (!rows) co_return false;
    const bool revoked = column::flag((*rows)[0], "revoked");
    if (!revoked) memory_.found_good(claims, now());
    co_return revoked;
}

// Nothing where Redis is away or does not know everything.
Task<std::optional<bool>> Revocation::ask_redis(jwt::Claims claims) {
    const auto values =
        co_await redis::ask(std::string("MGET"), redis::revoked_token_key(claims.jti),
                            redis::revoked_user_key(claims.subject), kComplete);
    if (!values || values->size() != 3) co_return std::nullopt;
    if (behind_ || !values->at(2)) {
        co_await fill_redis();
        co_return std::nullopt;
    }
    if (values->at(0)) co_return true;
    if (!values->at(1)) co_return false;
    co_return claims.issued_at < Instant{std::chrono::seconds{std::stoll(*values->at(1))}};
}

Task<Result<Rows>> Revocation::ask_database(jwt::Claims claims) {
    std::vector<Param> params = {claims.subject, claims.jti};
    const bool personal = claims.kind == jwt::Kind::pat;
    if (!personal) params.emplace_back(claims.issued_at);
    return db_.ask(personal ? core::sql::is_personal_revoked : core::sql::is_revoked,
                   std::move(params));
}

// One request does it, while the others ask PostgreSQL.
Task<void> Revocation::fill_redis() {
    if (filling_.exchange(true)) co_return;
    behind_ = false;  // before the look: a refusal that fails to be told from now on counts again
    const auto rows = co_await db_.ask(core::sql::list_revoked, {});
    bool told = rows.has_value();
    std::vector<Entry> chunk;
    for (int i = 0; told && i < rows->size(); ++i) {
        chunk.push_back(entry((*rows)[i]));
        if (chunk.size() < kChunk && i + 1 < rows->size()) continue;
        const auto done =
            co_await redis::ask(std::string("EVAL"), std::string(kSetAll), std::string("0"),
                                glz::write_json(chunk).value_or("[]"));
        told = done.has_value();
        chunk.clear();
    }
    if (told) {
        const auto done = co_await redis::ask(std::string("SET"), kComplete, std::string("1"));
        told = done.has_value();
    }
    if (told) {
        log::info("revocation.filled", {{"tokens", rows->size()}});
    } else {
        behind_ = true;
    }
    filling_ = false;
}

Task<Rows> Revocation::revoke_token(UnitOfWork& work, jwt::Claims claims) {
    return work.run(core::sql::revoke_token, claims.subject, claims.jti, claims.expires_at);
}

Task<Ended> Revocation::end(UnitOfWork& work, Uuid user, Reach reach, Instant now) {
    const auto locked = co_await work.run(core::sql::lock_user, user);
    // The next whole second: tokens carry no finer time, and every one until now is meant.
    const Instant next = std::chrono::floor<std::chrono::seconds>(now) + std::chrono::seconds(1);
    Ended ended{.user = user, .from = next, .personal = {}};
    if (locked.empty()) co_return ended;  // erased meanwhile, and its tokens with it
    const auto cut = co_await work.run(core::sql::revoke_user, user, next, access_life_.count());
    ended.from = column::instant(cut[0], "issued_before");
    if (reach == Reach::access_tokens) co_return ended;
    co_await work.run(core::sql::revoke_refresh_tokens, user);
    if (reach == Reach::sessions) co_return ended;
    const auto rows = co_await work.run(core::sql::revoke_personal_tokens, user);
    for (const auto row : rows) {
        ended.personal.push_back({column::text(row, "id"), column::instant(row, "expires_at")});
    }
    co_return ended;
}

Task<void> Revocation::publish_token(std::string jti, Instant expires_at, Instant now) {
    memory_.refuse_token(jti, now);
    co_await set(redis::revoked_token_key(jti), "1", expires_at, now);
}

Task<void> Revocation::publish(Ended ended, Instant now) {
    memory_.refuse_user(ended.user, ended.from, now);
    for (const auto& token : ended.personal) memory_.refuse_token(token.jti, now);
    co_await set(redis::revoked_user_key(ended.user), std::to_string(seconds(ended.from)),
                 ended.from + access_life_, now);
    for (std::size_t i = 0; i < ended.personal.size(); ++i) {
        const auto& token = ended.personal[i];
        co_await set(redis::revoked_token_key(token.jti), "1", token.expires_at, now);
    }
}

Task<void> Revocation::set(std::string key, std::string value, Instant expires_at, Instant now) {
    const auto life = std::chrono::ceil<std::chrono::seconds>(expires_at - now);
    if (!redis::is_connected() || life.count() <= 0) co_return;
    const auto done = co_await redis::ask(std::string("SET"), std::move(key), std::move(value),
                                          std::string("EX"), std::to_string(life.count()));
    if (!done) behind_ = true;
}

}  // namespace lexi
