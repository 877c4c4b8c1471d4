#include "app/cli/verbs.hpp"

#include <cstdlib>
#include <print>

#include "app/content/importer.hpp"
#include "app/content/pack.hpp"
#include "app/core/migrate.hpp"
#include "app/core/passwords.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "cli_sql.hpp"

namespace lexi::cli {
namespace {

std::string conninfo(const Config& config) { return read_pg_url(config.database_url)->conninfo; }

}  // namespace

std::optional<Config> read_config(const std::string& env_file) {
    std::vector<std::string> mistakes;
    const auto env = read_env(env_file, mistakes);
    auto config = load_config(env);
    if (!config) mistakes.insert(mistakes.end(), config.error().begin(), config.error().end());
    for (const auto& mistake : mistakes) std::println(stderr, "backend-service: {}", mistake);
    if (!mistakes.empty()) return std::nullopt;
    return std::move(*config);
}

int migrate(const Config& config) {
    const auto report = lexi::migrate(conninfo(config), built_in_migrations());
    if (!report) {
        std::println(stderr, "migrate: {}", report.error());
        return 1;
    }
    for (const auto& name : report->applied) std::println("applied {}", name);
    std::println("{} migrations applied, {} were there", report->applied.size(),
                 report->already_there);
    return 0;
}

int import_content(const Config& config, const std::string& folder) {
    const auto pack = content::read_pack(folder);
    if (!pack) {
        for (const auto& mistake : pack.error()) std::println(stderr, "{}", mistake);
        return 1;
    }
    const auto report = content::import_pack(conninfo(config), *pack);
    if (!report) {
        std::println(stderr, "import: {}", report.error());
        return 1;
    }
    std::println("imported {} courses, {} lessons, {} exercises, {} words", report->courses,
                 report->lessons, report->exercises, report->words);
    return 0;
}

int create_admin(const Config& config, const std::string& email, const std::string& username) {
    const char* password = std::getenv("ADMIN_PASSWORD");
    if (password == nullptr || std::string_view(password).size() < 8) {
        std::println(stderr, "create-admin: ADMIN_PASSWORD must have at least 8 characters");
        return 2;
    }
    auto connection = pg::connect(conninfo(config));
    if (!connection) {
        std::println(stderr, "create-admin: {}", connection.error());
        return 1;
    }
    const auto done =
        pg::run(connection->get(), sql::put_admin, {email, username, hash_password(password)});
    if (!done) {
        std::println(stderr, "create-admin: {}", done.error());
        return 1;
    }
    std::println("{} is an administrator", username);
    return 0;
}

}  // namespace lexi::cli
