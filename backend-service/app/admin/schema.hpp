#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/account.hpp"
#include "kit/body.hpp"

namespace lexi::admin {

struct UserFilter {
    std::optional<std::string> search;
    std::optional<jwt::Role> role;
    std::optional<bool> is_active;
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
};

struct UserItem {
    std::string id;
    std::string email;
    std::string username;
    std::optional<std::string> display_name;
    std::string role;
    bool is_active = true;
    std::string created_at;
};

struct RoleChange {
    jwt::Role role = jwt::Role::learner;
};

}  // namespace lexi::admin

template <>
struct glz::meta<lexi::jwt::Role> {
    using enum lexi::jwt::Role;
    static constexpr auto value =
        glz::enumerate("learner", learner, "teacher", teacher, "admin", admin);
};

template <>
struct glz::json_schema<lexi::admin::UserFilter> {
    glz::schema search{.description = "how the username or the e-mail address begins",
                       .minLength = 1,
                       .maxLength = 100};
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{100000}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
