#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/account.hpp"
#include "app/core/learner_day.hpp"
#include "kit/body.hpp"

namespace lexi::auth {

struct Register {
    std::string email;
    std::string username;
    std::string password;
    std::optional<std::string> display_name;
    std::optional<std::string> native_language;
    std::optional<std::string> target_language;
    std::optional<std::string> time_zone;
};

/// `email` may also hold a username; a client that sends `username` means the same.
struct Login {
    std::optional<std::string> email;
    std::optional<std::string> username;
    std::string password;
};

struct Refresh {
    std::string refresh_token;
};

struct Logout {
    std::optional<std::string> refresh_token;
    std::optional<bool> all;
};

struct PasswordChange {
    std::string current_password;
    std::string new_password;
};

struct NewPersonalToken {
    std::string name;
    std::int64_t expires_in_days = 0;
    std::vector<jwt::Scope> scopes;
};

struct PersonalTokenView {
    std::string id;
    std::string name;
    std::vector<jwt::Scope> scopes;
    std::string last_four;  // of the token, to tell it from others
    std::string created_at;
    std::string expires_at;
};

/// The only time that the token itself is shown.
struct PersonalTokenGiven {
    std::string id;
    std::string name;
    std::vector<jwt::Scope> scopes;
    std::string last_four;
    std::string created_at;
    std::string expires_at;
    std::string token;
};

/// RFC 6749, 5.1, with the platform's fields beside.
struct TokenReply {
    std::string access_token;
    std::string refresh_token;
    std::string token_type = "bearer";
    std::int64_t expires_in = 0;  // seconds
    std::string user_id;
    std::string username;
    std::string email;
};

}  // namespace lexi::auth

template <>
struct glz::meta<lexi::jwt::Scope> {
    using enum lexi::jwt::Scope;
    static constexpr auto value = glz::enumerate("read", read, "write", write, "ai", ai);
};

template <>
struct glz::json_schema<lexi::auth::PasswordChange> {
    glz::schema current_password{.maxLength = 128};
    glz::schema new_password{.minLength = 8, .maxLength = 128};
};

template <>
struct glz::json_schema<lexi::auth::NewPersonalToken> {
    glz::schema name{.minLength = 1, .maxLength = 100};
    glz::schema expires_in_days{.minimum = std::int64_t{1}, .maximum = std::int64_t{365}};
    glz::schema scopes{.description =
                           "read: the Backend's GET routes; write: its other routes; "
                           "ai: the AI service",
                       .minItems = 1,
                       .maxItems = 3};
};

template <>
struct glz::json_schema<lexi::auth::Register> {
    glz::schema email{.maxLength = 255, .format = glz::detail::defined_formats::email};
    glz::schema username{.minLength = 3, .maxLength = 50, .pattern = "^[A-Za-z0-9_.-]+$"};
    glz::schema password{.minLength = 8, .maxLength = 128};
    glz::schema display_name{.minLength = 1, .maxLength = 100};
    glz::schema native_language{.maxLength = 35, .pattern = lexi::kLanguagePattern};
    glz::schema target_language{.maxLength = 35, .pattern = lexi::kLanguagePattern};
    glz::schema time_zone{.maxLength = 64};
};

template <>
struct glz::json_schema<lexi::auth::Login> {
    glz::schema email{.description = "e-mail address or username", .maxLength = 255};
    glz::schema username{.maxLength = 255};
    glz::schema password{.maxLength = 128};
};

template <>
struct lexi::http::SchemaExtra<lexi::auth::Login> {
    static std::string json() {
        return R"({"anyOf": [{"required": ["email"]}, {"required": ["username"]}]})";
    }
};

template <>
struct lexi::http::SchemaExtra<lexi::auth::Register> {
    static std::string json() { return lexi::time_zone_schema(); }
};

template <>
struct glz::json_schema<lexi::auth::Refresh> {
    glz::schema refresh_token{.maxLength = 4096};
};

template <>
struct glz::json_schema<lexi::auth::Logout> {
    glz::schema refresh_token{.maxLength = 4096};
    glz::schema all{.description = "sign out everywhere"};
};
