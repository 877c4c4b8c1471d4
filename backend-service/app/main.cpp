// backend-service serve | migrate | import DIR | optimize | create-admin | check: reads the
// configuration, builds the objects in order, mounts the slices, runs; nothing else.
#include <CLI/CLI.hpp>

#include "app/cli/verbs.hpp"

int main(int argc, char** argv) {
    CLI::App cli("LexiLingo Backend: accounts, courses, vocabulary, streaks");
    cli.require_subcommand(1);
    std::string env_file = ".env";
    cli.add_option("--env-file", env_file, "file with settings that the environment does not have");
    auto* serve = cli.add_subcommand("serve", "answer HTTP requests until SIGTERM");
    auto* migrate = cli.add_subcommand("migrate", "bring the database's schema up to date");
    std::string last;
    migrate->add_option("--to", last, "the last migration to apply, such as V005; default: all");
    auto* import =
        cli.add_subcommand("import", "load courses and vocabulary from a content folder");
    lexi::cli::ImportOptions what;
    import->add_option("folder", what.folder, "the content folder")->required();
    import->add_flag("--dry-run", what.dry_run, "show what would change, and stop");
    import->add_flag("--yes", what.yes, "write without asking");
    auto* admin = cli.add_subcommand("create-admin", "create an administrator, or make a user one");
    std::string email;
    std::string username;
    admin->add_option("email", email, "e-mail address; of a user who is there: made administrator")
        ->required();
    admin->add_option("username", username, "username of a new user")->required();
    admin->footer(
        "The password, new or replaced, is read from the environment variable ADMIN_PASSWORD.");
    auto* check = cli.add_subcommand(
        "check", "compare totals with the ledger, sums with their rows, streaks with their days");
    auto* optimize = cli.add_subcommand("optimize", "fit the scheduler to learners' own reviews");
    std::string user;
    bool everyone = false;
    auto* one = optimize->add_option("--user", user, "this learner (a UUID)");
    optimize->add_flag("--all", everyone, "also those who have few new reviews")->excludes(one);
    cli.footer("Exit status: 0 done, 1 failed, 2 wrong arguments or configuration.");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return cli.exit(wrong) == 0 ? 0 : 2;
    }

    const auto config = lexi::cli::read_config(env_file);
    if (!config) return 2;
    if (migrate->parsed()) return lexi::cli::migrate(*config, last);
    if (import->parsed()) return lexi::cli::import_content(*config, what);
    if (admin->parsed()) return lexi::cli::create_admin(*config, email, username);
    if (check->parsed()) return lexi::cli::check(*config);
    if (optimize->parsed()) return lexi::cli::optimize(*config, user, everyone);
    if (serve->parsed()) return lexi::cli::serve(*config);
    return 2;
}
