#include "app/cli/verbs.hpp"

#include <algorithm>
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

}  // namespace lexi::cli
