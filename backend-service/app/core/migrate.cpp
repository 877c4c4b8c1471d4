#include "app/core/migrate.hpp"

#include <format>
#include <map>

#include "app/core/pg.hpp"
#include "kit/ids.hpp"
#include "migrations_sql.hpp"

namespace lexi {
namespace {

// Any number that nothing else locks; two runners at once take turns.
constexpr std::string_view kLock = "SELECT pg_advisory_lock(7153044020121127001)";
constexpr std::string_view kTable =
    "CREATE TABLE IF NOT EXISTS schema_migrations ("
    " version varchar(100) PRIMARY KEY,"
    " checksum char(64) NOT NULL,"
    " applied_at timestamptz NOT NULL DEFAULT now())";

using Known = std::map<std::string, std::string, std::less<>>;

std::expected<Known, std::string> known_migrations(PGconn* connection) {
    auto rows = pg::run(connection, "SELECT version, checksum FROM schema_migrations");
    if (!rows) return std::unexpected(rows.error());
    Known known;
    for (int i = 0; i < PQntuples(rows->get()); ++i) {
        known[pg::value(*rows, i, 0)] = pg::value(*rows, i, 1);
    }
    return known;
}

std::expected<void, std::string> apply(PGconn* connection, const Migration& migration,
                                       const std::string& checksum) {
    if (auto ok = pg::run(connection, "BEGIN"); !ok) return std::unexpected(ok.error());
    auto done = pg::run(connection, std::string(migration.second));
    if (done) {
        done =
            pg::run(connection, "INSERT INTO schema_migrations (version, checksum) VALUES ($1, $2)",
                    {std::string(migration.first), checksum});
    }
    if (done) done = pg::run(connection, "COMMIT");
    if (done) return {};
    auto why = std::format("{}: {}", migration.first, done.error());
    (void)pg::run(connection, "ROLLBACK");  // the connection is given up in any case
    return std::unexpected(std::move(why));
}

}  // namespace

std::span<const Migration> built_in_migrations() { return migrations::all; }

std::expected<MigrationReport, std::string> migrate(const std::string& conninfo,
                                                    std::span<const Migration> migrations) {
    auto connection = pg::connect(conninfo);
    if (!connection) return std::unexpected(connection.error());
    for (const auto sql : {kLock, kTable}) {
        if (auto ok = pg::run(connection->get(), std::string(sql)); !ok) {
            return std::unexpected(ok.error());
        }
    }
    const auto known = known_migrations(connection->get());
    if (!known) return std::unexpected(known.error());
    if (known->size() > migrations.size()) {
        return std::unexpected("the database is newer than this program");
    }
    MigrationReport report;
    for (const auto& migration : migrations) {
        const auto checksum = sha256_hex(migration.second);
        const auto before = known->find(migration.first);
        if (before != known->end() && before->second != checksum) {
            return std::unexpected(
                std::format("{} was changed after it was applied", migration.first));
        }
        if (before != known->end()) {
            ++report.already_there;
            continue;
        }
        if (auto ok = apply(connection->get(), migration, checksum); !ok) {
            return std::unexpected(ok.error());
        }
        report.applied.emplace_back(migration.first);
    }
    return report;
}

}  // namespace lexi
