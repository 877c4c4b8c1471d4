#include "app/cli/verbs.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <print>

#include "app/content/importer.hpp"
#include "app/content/pack.hpp"
#include "app/core/migrate.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"

namespace lexi::cli {
namespace {

std::string conninfo(const Config& config) { return read_pg_url(config.database_url)->conninfo; }

// V005 of V005__streaks.
std::string_view version_of(const Migration& file) {
    return file.first.substr(0, file.first.find("__"));
}

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

int migrate(const Config& config, const std::string& last) {
    auto files = built_in_migrations();
    if (!last.empty()) {
        const auto wanted = std::ranges::find_if(
            files, [&last](const Migration& file) { return version_of(file) == last; });
        if (wanted == files.end()) {
            std::println(stderr, "migrate: there is no migration {}", last);
            return 2;
        }
        files = files.first(static_cast<std::size_t>(wanted - files.begin()) + 1);
    }
    const auto report = lexi::migrate(conninfo(config), files);
    if (!report) {
        std::println(stderr, "migrate: {}", report.error());
        return 1;
    }
    for (const auto& name : report->applied) std::println("applied {}", name);
    std::println("{} migrations applied, {} were there", report->applied.size(),
                 report->already_there);
    return 0;
}

namespace {

void show(const std::vector<content::Change>& changes) {
    std::map<std::string, std::size_t> counts;
    for (const auto& [change, what, path, fields] : changes) {
        std::string named;
        for (const auto& field : fields) named += (named.empty() ? " (" : ", ") + field;
        std::println("{:8} {:8} {}{}", change, what, path, named.empty() ? "" : named + ")");
        ++counts[change + " " + what];
    }
    if (changes.empty()) std::println("nothing changes");
    for (const auto& [what, count] : counts) std::println("{}: {}", what, count);
}

bool asked() {
    std::print("Write these changes? [y/N] ");
    std::fflush(stdout);
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

int failed_import(const std::string& why) {
    std::println(stderr, "import: {}", why);
    return 1;
}

}  // namespace

int import_content(const Config& config, const ImportOptions& options) {
    const auto pack = content::read_pack(options.folder);
    if (!pack) {
        for (const auto& mistake : pack.error()) std::println(stderr, "{}", mistake);
        return 1;
    }
    const bool asks = !options.yes && !options.dry_run;
    if (asks && isatty(STDIN_FILENO) == 0) {
        return failed_import("nobody is there to ask: --yes writes, --dry-run shows");
    }
    std::vector<content::Change> seen;
    const auto shown = content::import_pack(conninfo(config), *pack, [&](const auto& changes) {
        show(changes);
        seen = changes;
        return options.yes && !options.dry_run;
    });
    if (!shown) return failed_import(shown.error());
    if (*shown || seen.empty() || options.dry_run) {
        std::println("{}", *shown ? "written" : "nothing written");
        return 0;
    }
    if (!asked()) return 1;
    // No transaction waits for a person: what was agreed to is looked at once more.
    const auto written = content::import_pack(
        conninfo(config), *pack, [&seen](const auto& changes) { return changes == seen; });
    if (!written) return failed_import(written.error());
    if (!*written) return failed_import("something else has changed meanwhile: try again");
    std::println("written");
    return 0;
}

}  // namespace lexi::cli
