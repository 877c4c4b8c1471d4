#pragma once
// Migrations: numbered SQL files, forward only, each in one transaction, guarded by a checksum and
// by an advisory lock against two runners. Uses libpq directly and blocks: for command-line verbs.
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lexi {

using Migration = std::pair<std::string_view, std::string_view>;  // name, SQL

struct MigrationReport {
    std::vector<std::string> applied;
    std::size_t already_there = 0;
};

/// Those built into the program, in order.
std::span<const Migration> built_in_migrations();

/// Brings the database up to date. The error says what failed and in which file; every file before
/// it stays applied, and nothing of it.
std::expected<MigrationReport, std::string> migrate(const std::string& conninfo,
                                                    std::span<const Migration> migrations);

}  // namespace lexi
