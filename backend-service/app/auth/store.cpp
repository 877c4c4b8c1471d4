#include "app/auth/store.hpp"

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

Task<std::optional<Credentials>> find_by_name(UnitOfWork& work, std::string name) {
    const auto rows = co_await work.run(sql::find_by_name, name);
    if (rows.empty()) co_return std::nullopt;
    co_return credentials(rows[0]);
}

Task<Rows> set_password_hash(UnitOfWork& work, Uuid user, std::string hash) {
    return work.run(sql::set_password_hash, user, hash);
}

Task<std::optional<StoredToken>> lock_token(UnitOfWork& work, Uuid user, std::string token_hash) {
    const auto rows = co_await work.run(sql::lock_token, user, token_hash);
    if (rows.empty()) co_return std::nullopt;
    co_return StoredToken{.family = column::uuid(rows[0], "family"),
                          .spent = column::flag(rows[0], "spent"),
                          .revoked = column::flag(rows[0], "revoked"),
                          .owner = credentials(rows[0])};
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

Task<Rows> revoke_all(UnitOfWork& work, Uuid user) { return work.run(sql::revoke_all, user); }

}  // namespace lexi::auth
