// backend-service serve | migrate | import DIR | create-admin: reads the configuration, builds the
// objects in order, mounts the slices, runs; nothing else.
#include <CLI/CLI.hpp>

#include "app/cli/verbs.hpp"

int main(int argc, char** argv) {
    CLI::App cli("LexiLingo Backend: accounts, courses, vocabulary, streaks");
    cli.require_subcommand(1);
    std::string env_file = ".env";
    cli.add_option("--env-file", env_file, "file with settings that the environment does not have");
    auto* serve = cli.add_subcommand("serve", "answer HTTP requests until SIGTERM");
    auto* migrate = cli.add_subcommand("migrate", "bring the database's schema up to date");
    auto* import =
        cli.add_subcommand("import", "load courses and vocabulary from a content folder");
    std::string folder;
    import->add_option("folder", folder, "the content folder")->required();
    auto* admin = cli.add_subcommand("create-admin", "create an administrator, or make a user one");
    std::string email;
    std::string username;
    admin->add_option("email", email)->required();
    admin->add_option("username", username)->required();
    admin->footer("The password is read from the environment variable ADMIN_PASSWORD.");
    CLI11_PARSE(cli, argc, argv);

    const auto config = lexi::cli::read_config(env_file);
    if (!config) return 2;
    if (migrate->parsed()) return lexi::cli::migrate(*config);
    if (import->parsed()) return lexi::cli::import_content(*config, folder);
    if (admin->parsed()) return lexi::cli::create_admin(*config, email, username);
    if (serve->parsed()) return lexi::cli::serve(*config);
    return 2;
}
