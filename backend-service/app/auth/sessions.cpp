#include "app/auth/sessions.hpp"

namespace lexi::auth {
namespace {

struct Issue {
    Credentials who;
    Uuid family;
    TokenLives lives;
    std::string secret;
    Instant now;
};

// Never an access token that is refused from birth: those of this second may be.
Task<Session> issue(UnitOfWork& work, Issue asked) {
    const auto from = co_await tokens_from(work, asked.who.id);
    const Instant at = from ? std::max(*from, asked.now) : asked.now;
    auto pair = issue_tokens(asked.who.id, asked.who.role, asked.lives, asked.secret, at);
    co_await add_token(work, asked.who.id, sha256_hex(pair.refresh), asked.family,
                       pair.refresh_claims.expires_at);
    co_return Session{std::move(asked.who), std::move(pair)};
}

}  // namespace

Task<Result<std::optional<Session>>> begin_session(UnitOfWork& work, Begin asked) {
    using Begun = std::optional<Session>;
    const auto account = co_await lock_account(work, asked.user);
    if (!account || account->hashed_password != asked.verified_hash) co_return Begun();
    if (!account->is_active) co_return fail(Fault::forbidden, "This account is switched off.");
    if (asked.new_hash) co_await set_password_hash(work, asked.user, *asked.new_hash);
    co_await note_place(work, asked.user, asked.place, asked.now);
    Issue issued{*account, Uuid::random(), asked.lives, asked.secret, asked.now};
    auto session = co_await issue(work, std::move(issued));
    co_return Begun(std::move(session));
}

Task<Result<std::optional<Session>>> renew_session(UnitOfWork& work, Renewal asked) {
    using Renewed = std::optional<Session>;
    const Uuid user = asked.claims.subject;
    const auto hash = sha256_hex(asked.token);
    const auto account = co_await lock_account(work, user);
    if (!account || !account->is_active) co_return Renewed();
    const auto stored = co_await lock_token(work, user, hash, asked.now);
    if (!stored || stored->revoked) co_return Renewed();
    if (stored->spent) {
        // Two requests at once are one client asking twice; the pair that the other got is good.
        if (!stored->spent_meanwhile) co_await revoke_family(work, user, stored->family);
        co_return Renewed();
    }
    co_await spend_token(work, user, hash);
    Issue issued{*account, stored->family, asked.lives, asked.secret, asked.now};
    auto session = co_await issue(work, std::move(issued));
    co_return Renewed(std::move(session));
}

Task<Result<std::optional<Ended>>> end_session(UnitOfWork& work, Revocation& revocation,
                                               SignOut out) {
    using Sessions = std::optional<Ended>;
    const Uuid user = out.claims.subject;
    if (out.all) {
        auto ended = co_await revocation.end(work, user, Reach::sessions, out.now);
        co_return Sessions(std::move(ended));
    }
    co_await revocation.revoke_token(work, out.claims);
    if (out.refresh_token) {
        const auto stored =
            co_await lock_token(work, user, sha256_hex(*out.refresh_token), out.now);
        if (stored) co_await revoke_family(work, user, stored->family);
    }
    co_return Sessions();
}

Task<Result<Replaced>> replace_password(UnitOfWork& work, Revocation& revocation,
                                        Replacement asked) {
    auto ended =
        co_await revocation.end(work, asked.session.user, Reach::everything, asked.session.now);
    const auto verified = asked.session.verified_hash;
    const auto account = co_await lock_account(work, asked.session.user);
    if (!account || account->hashed_password != verified) {
        co_return fail(Fault::conflict, "The password was changed meanwhile.");
    }
    asked.session.new_hash = std::move(asked.new_hash);
    auto session = co_await begin_session(work, std::move(asked.session));
    if (!session) co_return std::unexpected(session.error());
    co_return Replaced{std::move(**session), std::move(ended)};
}

}  // namespace lexi::auth
