#include "app/auth/store.hpp"

#include <sstream>

#include "auth_sql.hpp"

namespace lexi::auth {
namespace {

Credentials credentials(const Row& row) {
    return {.id = column::uuid(row, "id"),
            .email = column::text(row, "email"),
            .username = column::text(row, "username"),
            .hashed_password = column::text(row, "hashed_password"),
            .role = jwt::role_from(column::text(row, "role")).value_or(jwt::Role::learner),
            .is_active = column::flag(row, "is_active")};
}

std::vector<jwt::Scope> scopes_of(const std::string& text) {
    std::vector<jwt::Scope> scopes;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (const auto scope = jwt::scope_from(word)) scopes.push_back(*scope);
    }
    return scopes;
}

std::string text_of(const std::vector<jwt::Scope>& scopes) {
    std::string text;
    for (const auto scope : scopes) {
        text += (text.empty() ? "" : " ") + std::string(jwt::to_text(scope));
    }
    return text;
}

PersonalTokenView personal_token(const Row& row) {
    return {.id = column::text(row, "id"),
            .name = column::text(row, "name"),
            .scopes = scopes_of(column::text(row, "scopes")),
            .last_four = column::text(row, "last_four"),
            .created_at = to_rfc3339(column::instant(row, "created_at")),
            .expires_at = to_rfc3339(column::instant(row, "expires_at"))};
}

}  // namespace

Task<std::optional<Uuid>> add_user(UnitOfWork& work, NewUser user) {
    const auto& a = user.asked;
    const auto rows =
        co_await work.run(sql::add_user, a.email, a.username, user.hashed_password, a.display_name,
                          a.native_language, a.target_language, a.time_zone);
    if (rows.empty()) co_return std::nullopt;
    co_return column::uuid(rows[0], "id");
}

Task<std::vector<std::string>> taken_fields(UnitOfWork& work, std::string email,
                                            std::string username) {
    const auto rows = co_await work.run(sql::taken_fields, email, username);
    std::vector<std::string> fields;
    if (column::flag(rows[0], "email_taken")) fields.emplace_back("email");
    if (column::flag(rows[0], "username_taken")) fields.emplace_back("username");
    co_return fields;
}

Task<std::optional<Credentials>> find_by_name(UnitOfWork& work, std::string name,
                                              std::string place) {
    const auto rows = co_await work.run(sql::find_by_name, name, place);
    if (rows.empty()) co_return std::nullopt;
    auto found = credentials(rows[0]);
    found.is_at_home = column::flag(rows[0], "is_at_home");
    co_return found;
}

Task<std::optional<Credentials>> lock_account(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::lock_account, user);
    if (rows.empty()) co_return std::nullopt;
    co_return credentials(rows[0]);
}

Task<std::optional<Instant>> tokens_from(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::tokens_from, user);
    if (rows.empty()) co_return std::nullopt;
    co_return column::instant(rows[0], "issued_before");
}

Task<Rows> note_place(UnitOfWork& work, Uuid user, std::string place, Instant now) {
    return work.run(sql::note_place, user, place, now);
}

Task<Rows> set_password_hash(UnitOfWork& work, Uuid user, std::string hash) {
    return work.run(sql::set_password_hash, user, hash);
}

Task<std::optional<StoredToken>> lock_token(UnitOfWork& work, Uuid user, std::string token_hash,
                                            Instant asked_at) {
    const auto rows = co_await work.run(sql::lock_token, user, token_hash, asked_at);
    if (rows.empty()) co_return std::nullopt;
    co_return StoredToken{.family = column::uuid(rows[0], "family"),
                          .spent = column::flag(rows[0], "spent"),
                          .spent_meanwhile = column::flag(rows[0], "spent_meanwhile"),
                          .revoked = column::flag(rows[0], "revoked")};
}

Task<Rows> add_token(UnitOfWork& work, Uuid user, std::string token_hash, Uuid family,
                     Instant expires_at) {
    return work.run(sql::add_token, user, token_hash, family, expires_at);
}

Task<Rows> spend_token(UnitOfWork& work, Uuid user, std::string token_hash) {
    return work.run(sql::spend_token, user, token_hash);
}

Task<Rows> revoke_family(UnitOfWork& work, Uuid user, Uuid family) {
    return work.run(sql::revoke_family, user, family);
}

Task<std::optional<PersonalTokenView>> add_personal_token(UnitOfWork& work, jwt::Claims claims,
                                                          std::string name, std::string last_four) {
    constexpr std::int64_t kMost = 50;
    const auto rows = co_await work.run(sql::add_personal_token, claims.subject, claims.jti, name,
                                        text_of(claims.scopes), last_four, claims.issued_at,
                                        claims.expires_at, kMost);
    if (rows.empty()) co_return std::nullopt;
    co_return personal_token(rows[0]);
}

Task<std::vector<PersonalTokenView>> list_personal_tokens(UnitOfWork& work, Uuid user,
                                                          Instant now) {
    const auto rows = co_await work.run(sql::list_personal_tokens, user, now);
    std::vector<PersonalTokenView> tokens;
    for (const auto row : rows) tokens.push_back(personal_token(row));
    co_return tokens;
}

Task<std::optional<PersonalTokenView>> find_personal_token(UnitOfWork& work, Uuid user, Uuid id,
                                                           Instant now) {
    const auto rows = co_await work.run(sql::find_personal_token, user, id, now);
    if (rows.empty()) co_return std::nullopt;
    co_return personal_token(rows[0]);
}

Task<std::optional<Instant>> revoke_personal_token(UnitOfWork& work, Uuid user, Uuid id,
                                                   Instant now) {
    const auto rows = co_await work.run(sql::revoke_personal_token, user, id, now);
    if (rows.empty()) co_return std::nullopt;
    co_return column::instant(rows[0], "expires_at");
}

}  // namespace lexi::auth
