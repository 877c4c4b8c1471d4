#pragma once
// The command-line verbs. Each prints what it did and returns the exit status: 0 done, 1 failed, 2
// misconfigured. They block.
#include <optional>
#include <string>

#include "app/core/config.hpp"

namespace lexi::cli {

/// Prints every mistake.
std::optional<Config> read_config(const std::string& env_file);

/// `last`: a version (V005), or empty for all.
int migrate(const Config& config, const std::string& last = "");

struct ImportOptions {
    std::string folder;
    bool dry_run = false;  // show what would change, and stop
    bool yes = false;      // do not ask
};
/// Shows what changes before it writes.
int import_content(const Config& config, const ImportOptions& options);
/// The password comes from ADMIN_PASSWORD. Ends what sessions the user had.
int create_admin(const Config& config, const std::string& email, const std::string& username);
/// Compares every sum that is kept with its rows, and prints what differs (then 1).
int check(const Config& config);
/// Fits the scheduler to `user`, or where it is empty to every learner with new reviews enough, or
/// to every learner with reviews enough.
int optimize(const Config& config, const std::string& user, bool everyone);
int serve(const Config& config);

}  // namespace lexi::cli
