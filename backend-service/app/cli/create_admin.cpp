#include <cstdlib>
#include <print>

#include "app/auth/common_password.hpp"
#include "app/auth/schema.hpp"
#include "app/cli/verbs.hpp"
#include "app/core/passwords.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "cli_sql.hpp"

namespace lexi::cli {
namespace {

int failed(const std::string& why, int status = 1) {
    std::println(stderr, "create-admin: {}", why);
    return status;
}

// The rules of signing up, by its own schema: every mistake, or nothing.
std::vector<std::string> mistakes_in(const auth::Register& asked) {
    std::vector<std::string> mistakes;
    const auto checked = http::parse_body<auth::Register>(http::write_json(asked));
    if (!checked) {
        for (const auto& [field, what] : checked.error().fields) {
            mistakes.push_back((field == "password" ? "ADMIN_PASSWORD" : field) + " " + what);
        }
    }
    if (auth::is_common_password(asked.password)) {
        mistakes.emplace_back("ADMIN_PASSWORD is among the commonest passwords; choose another");
    }
    return mistakes;
}

}  // namespace

int create_admin(const Config& config, const std::string& email, const std::string& username) {
    const char* password = std::getenv("ADMIN_PASSWORD");
    if (password == nullptr) return failed("ADMIN_PASSWORD is not set", 2);
    auth::Register asked;
    asked.email = email;
    asked.username = username;
    asked.password = password;
    const auto mistakes = mistakes_in(asked);
    for (const auto& mistake : mistakes) failed(mistake);
    if (!mistakes.empty()) return 2;
    auto connection = pg::connect(read_pg_url(config.database_url)->conninfo);
    if (!connection) return failed(connection.error());
    const auto done =
        pg::run(connection->get(), sql::put_admin, {email, username, hash_password(password)});
    if (!done) return failed(done.error());
    if (PQntuples(done->get()) == 0) {
        return failed("the username " + username + " belongs to another e-mail address");
    }
    std::println("{} is an administrator{}", pg::value(*done, 0, 0),
                 pg::value(*done, 0, 1) == "t" ? "" : " now, with a new password");
    return 0;
}

}  // namespace lexi::cli
