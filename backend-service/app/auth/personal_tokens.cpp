#include "app/auth/personal_tokens.hpp"

#include <algorithm>

#include "app/auth/store.hpp"
#include "core_sql.hpp"

namespace lexi::auth {
namespace {

std::unexpected<Problem> no_token() { return fail(Fault::not_found, "There is no such token."); }

// The role stays a learner's whatever the owner's is: such a token lives for months, and roles end.
jwt::Claims claims_of(Uuid user, NewPersonalToken asked, Instant now) {
    std::ranges::sort(asked.scopes);
    const auto twice = std::ranges::unique(asked.scopes);
    asked.scopes.erase(twice.begin(), twice.end());
    const Instant issued = std::chrono::floor<std::chrono::seconds>(now);
    return {.subject = std::move(user),
            .kind = jwt::Kind::pat,
            .role = jwt::Role::learner,
            .jti = Uuid::random().str(),
            .issued_at = issued,
            .expires_at = issued + std::chrono::days(asked.expires_in_days),
            .scopes = std::move(asked.scopes)};
}

struct Giving {
    jwt::Claims claims;
    std::string name;
    std::string token;
};

Task<Result<PersonalTokenGiven>> given(UnitOfWork& work, Giving giving) {
    // Alone: two at once must not both be the fiftieth.
    const auto account = co_await work.run(core::sql::lock_user, giving.claims.subject);
    if (account.empty()) co_return fail(Fault::token_invalid, "This account no longer exists.");
    const auto kept = co_await add_personal_token(work, giving.claims, giving.name,
                                                  giving.token.substr(giving.token.size() - 4));
    if (!kept) {
        co_return fail(Fault::conflict, "You have fifty personal tokens; delete one first.");
    }
    co_return PersonalTokenGiven{.id = kept->id,
                                 .name = kept->name,
                                 .scopes = kept->scopes,
                                 .last_four = kept->last_four,
                                 .created_at = kept->created_at,
                                 .expires_at = kept->expires_at,
                                 .token = giving.token};
}

Task<Result<std::vector<PersonalTokenView>>> listed(UnitOfWork& work, Uuid user, Instant now) {
    auto tokens = co_await list_personal_tokens(work, user, now);
    co_return tokens;
}

Task<Result<PersonalTokenView>> shown(UnitOfWork& work, Uuid user, Uuid id, Instant now) {
    auto token = co_await find_personal_token(work, user, id, now);
    if (!token) co_return no_token();
    co_return std::move(*token);
}

Task<Result<Instant>> removed(UnitOfWork& work, Uuid user, Uuid id, Instant now) {
    const auto expires_at = co_await revoke_personal_token(work, user, id, now);
    if (!expires_at) co_return no_token();
    co_return *expires_at;
}

}  // namespace

Task<Result<PersonalTokenGiven>> PersonalTokens::give(Uuid user, NewPersonalToken asked,
                                                      Instant now) {
    auto name = asked.name;
    const auto claims = claims_of(user, std::move(asked), now);
    const Giving giving{claims, std::move(name), jwt::sign(claims, secret_)};
    Effect<PersonalTokenGiven> effect = [giving](UnitOfWork& work) { return given(work, giving); };
    auto token = co_await db_.transact<PersonalTokenGiven>(std::move(effect));
    co_return token;
}

Task<Result<std::vector<PersonalTokenView>>> PersonalTokens::list(Uuid user, Instant now) {
    return db_.read<std::vector<PersonalTokenView>>(
        [user, now](UnitOfWork& work) { return listed(work, user, now); });
}

Task<Result<PersonalTokenView>> PersonalTokens::show(Uuid user, Uuid id, Instant now) {
    return db_.read<PersonalTokenView>(
        [user, id, now](UnitOfWork& work) { return shown(work, user, id, now); });
}

Task<Result<http::Empty>> PersonalTokens::remove(Uuid user, Uuid id, Instant now) {
    Effect<Instant> effect = [user, id, now](UnitOfWork& work) {
        return removed(work, user, id, now);
    };
    const auto expires_at = co_await db_.transact<Instant>(std::move(effect));
    if (!expires_at) co_return std::unexpected(expires_at.error());
    co_await revocation_.publish_token(id.str(), *expires_at, now);
    co_return http::Empty{};
}

}  // namespace lexi::auth
