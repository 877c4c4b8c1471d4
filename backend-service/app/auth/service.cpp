#include "app/auth/service.hpp"

#include "app/auth/common_password.hpp"
#include "app/auth/store.hpp"
#include "app/core/learner_day.hpp"
#include "app/core/passwords.hpp"

namespace lexi::auth {
namespace {

Result<void> check(const Register& asked) {
    if (is_common_password(asked.password)) {
        return fail_field("password", "is among the commonest passwords; choose another");
    }
    if (asked.time_zone && !is_time_zone(*asked.time_zone)) {
        return fail_field("time_zone", "must be an IANA time zone such as Asia/Ho_Chi_Minh");
    }
    return {};
}

Task<Result<UserView>> add(UnitOfWork& work, NewUser user, Instant now) {
    const std::string email = user.asked.email;
    const std::string username = user.asked.username;
    const auto id = co_await add_user(work, std::move(user));
    if (id) {
        auto view = co_await load_user(work, *id, now);
        co_return view;
    }
    Problem taken{.fault = Fault::already_exists, .say = "This account exists already."};
    const auto fields = co_await taken_fields(work, email, username);
    for (const auto& field : fields) taken.fields.emplace(field, "is taken");
    co_return std::unexpected(std::move(taken));
}

Task<Result<std::optional<Credentials>>> find(UnitOfWork& work, std::string name) {
    auto found = co_await find_by_name(work, std::move(name));
    co_return found;
}

std::unexpected<Problem> wrong_credentials() {
    return fail(Fault::token_invalid, "The user name or the password is not right.");
}

std::unexpected<Problem> bad_refresh() {
    return fail(Fault::token_invalid, "The refresh token is not valid. Please sign in again.");
}

struct SignIn {
    Credentials who;
    std::optional<std::string> new_hash;
    TokenPair pair;
};

Task<Result<http::Empty>> keep_sign_in(UnitOfWork& work, SignIn in) {
    if (in.new_hash) co_await set_password_hash(work, in.who.id, *in.new_hash);
    co_await add_token(work, in.who.id, sha256_hex(in.pair.refresh), Uuid::random(),
                       in.pair.refresh_claims.expires_at);
    co_return http::Empty{};
}

// Nothing: the token was refused. A refusal that revokes a family must be committed as well, so it
// is no error of the transaction.
using Renewed = std::optional<std::pair<Credentials, TokenPair>>;

struct Renewal {
    std::string token;
    jwt::Claims claims;
    TokenLives lives;
    std::string secret;
    Instant now;
};

Task<Result<Renewed>> renew(UnitOfWork& work, Renewal asked) {
    const Uuid user = asked.claims.subject;
    const auto hash = sha256_hex(asked.token);
    auto stored = co_await lock_token(work, user, hash);
    if (!stored || stored->revoked || !stored->owner.is_active) co_return Renewed();
    if (stored->spent) {
        co_await revoke_family(work, user, stored->family);
        co_return Renewed();
    }
    auto pair = issue_tokens(user, stored->owner.role, asked.lives, asked.secret, asked.now);
    co_await spend_token(work, user, hash);
    co_await add_token(work, user, sha256_hex(pair.refresh), stored->family,
                       pair.refresh_claims.expires_at);
    co_return Renewed(std::in_place, std::move(stored->owner), std::move(pair));
}

struct SignOut {
    jwt::Claims claims;
    std::optional<std::string> refresh_token;
    bool all = false;
    Instant now;
};

Task<Result<http::Empty>> end_session(UnitOfWork& work, Revocation& revocation, SignOut out) {
    const Uuid user = out.claims.subject;
    co_await revocation.revoke_token(work, out.claims);
    if (out.all) {
        co_await revoke_all(work, user);
        co_await revocation.revoke_user(work, user, out.now);
    } else if (out.refresh_token) {
        const auto stored = co_await lock_token(work, user, sha256_hex(*out.refresh_token));
        if (stored) co_await revoke_family(work, user, stored->family);
    }
    co_return http::Empty{};
}

}  // namespace

TokenReply AuthService::reply(const Credentials& who, const TokenPair& pair) const {
    return {.access_token = pair.access,
            .refresh_token = pair.refresh,
            .expires_in = std::chrono::seconds(lives_.access).count(),
            .user_id = who.id.str(),
            .username = who.username,
            .email = who.email};
}

Task<Result<UserView>> AuthService::sign_up(Register asked, Instant now) {
    if (auto ok = check(asked); !ok) co_return std::unexpected(ok.error());
    auto hash =
        co_await offload(passwords_, [word = asked.password] { return hash_password(word); });
    if (!hash) co_return std::unexpected(hash.error());
    Effect<UserView> effect = [user = NewUser{std::move(asked), std::move(*hash)},
                               now](UnitOfWork& work) { return add(work, user, now); };
    auto view = co_await db_.transact<UserView>(std::move(effect));
    co_return view;
}

Task<Result<TokenReply>> AuthService::sign_in(Login asked, Instant now) {
    auto name = asked.email ? asked.email : asked.username;
    if (!name) co_return fail_field("email", "is required");
    Effect<std::optional<Credentials>> search = [name = *name](UnitOfWork& work) {
        return find(work, name);
    };
    auto who = co_await db_.read<std::optional<Credentials>>(std::move(search));
    if (!who) co_return std::unexpected(who.error());
    const std::string stored = *who ? (*who)->hashed_password : std::string();
    auto verdict = co_await offload(passwords_, [word = asked.password, stored] {
        return check_password(word, stored.empty() ? decoy_hash() : stored);
    });
    if (!verdict) co_return std::unexpected(verdict.error());
    if (!*who || !verdict->matches) co_return wrong_credentials();
    if (!(*who)->is_active) co_return fail(Fault::forbidden, "This account is switched off.");
    SignIn in{.who = **who, .new_hash = {}, .pair = {}};
    if (verdict->outdated) {
        auto hash =
            co_await offload(passwords_, [word = asked.password] { return hash_password(word); });
        if (hash) in.new_hash = std::move(*hash);
    }
    in.pair = issue_tokens(in.who.id, in.who.role, lives_, secret_, now);
    Effect<http::Empty> keep = [in](UnitOfWork& work) { return keep_sign_in(work, in); };
    const auto kept = co_await db_.transact<http::Empty>(std::move(keep));
    if (!kept) co_return std::unexpected(kept.error());
    co_return reply(in.who, in.pair);
}

Task<Result<TokenReply>> AuthService::refresh(Refresh asked, Instant now) {
    auto claims = jwt::verify(asked.refresh_token, secret_, jwt::Kind::refresh, now);
    if (!claims) co_return std::unexpected(claims.error());
    Renewal renewal{std::move(asked.refresh_token), *claims, lives_, secret_, now};
    Effect<Renewed> effect = [renewal](UnitOfWork& work) { return renew(work, renewal); };
    const auto renewed = co_await db_.transact<Renewed>(std::move(effect));
    if (!renewed) co_return std::unexpected(renewed.error());
    if (!*renewed) co_return bad_refresh();
    co_return reply((*renewed)->first, (*renewed)->second);
}

Task<Result<http::Empty>> AuthService::sign_out(jwt::Claims claims, Logout asked, Instant now) {
    SignOut out{claims, asked.refresh_token, asked.all.value_or(false), now};
    Effect<http::Empty> effect = [&revocation = revocation_, out](UnitOfWork& work) {
        return end_session(work, revocation, out);
    };
    auto done = co_await db_.transact<http::Empty>(std::move(effect));
    if (!done) co_return done;
    co_await revocation_.publish_token(claims, now);
    if (out.all) co_await revocation_.publish_user(claims.subject, now);
    co_return done;
}

}  // namespace lexi::auth
