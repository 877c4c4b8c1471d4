#include "app/content/importer.hpp"

#include <algorithm>
#include <format>
#include <iterator>
#include <set>

#include "app/core/pg.hpp"
#include "content_sql.hpp"
#include "kit/body.hpp"

namespace lexi::content {
namespace {

using Failed = std::unexpected<std::string>;

template <class T>
std::expected<T, std::string> parsed(const std::string& text) {
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    T value{};
    if (glz::read<lenient>(value, text)) return Failed("what is stored cannot be read");
    return value;
}

// An import under way, undone unless it is committed: closing the connection is enough.
class Import {
public:
    static std::expected<Import, std::string> begin(const std::string& conninfo) {
        auto connection = pg::connect(conninfo);
        if (!connection) return Failed(connection.error());
        const auto begun = pg::run(connection->get(), std::string(sql::begin_import));
        if (!begun) return Failed(begun.error());
        return Import(std::move(*connection));
    }

    std::expected<Plan, std::string> plan(const Pack& pack) {
        Plan all;
        std::set<std::string> slugs;
        for (const auto& course : pack.courses) {
            slugs.insert(course.about.slug);
            auto stored = stored_course(course.about.slug);
            if (!stored) return Failed(stored.error());
            if (*stored && !(*stored)->from_content) {
                return Failed(course.about.slug + ": a course of this name was written by hand");
            }
            add(all, plan_course(course, *stored, {.from_content = true, .publish_new = true}));
        }
        const auto published = pg::run(raw(), sql::content_slugs, {});
        if (!published) return Failed(published.error());
        for (int i = 0; i < PQntuples(published->get()); ++i) {
            const auto slug = pg::value(*published, i, 0);
            if (!slugs.contains(slug)) add(all, plan_withdrawal(slug));
        }
        const auto words = pg::run(raw(), sql::load_words, {});
        if (!words) return Failed(words.error());
        const auto stored = parsed<std::vector<WordRow>>(pg::value(*words, 0, 0));
        if (!stored) return Failed(stored.error());
        add(all, plan_words(pack.vocabulary, *stored));
        return all;
    }

    std::expected<void, std::string> write(const Plan& plan) {
        for (const auto* list : {&plan.writes, &plan.last}) {
            for (const auto& [what, sql, params] : *list) {
                const auto done = pg::run(raw(), sql, params);
                if (!done) return Failed(std::format("{}: {}", what, done.error()));
                if (PQntuples(done->get()) > 0) {
                    return Failed(std::format("{}: {}", what, pg::value(*done, 0, 0)));
                }
            }
        }
        return {};
    }

    std::expected<void, std::string> commit() {
        const auto done = pg::run(raw(), "COMMIT");
        if (!done) return Failed(done.error());
        return {};
    }

private:
    explicit Import(pg::Connection connection) : connection_(std::move(connection)) {}
    PGconn* raw() const { return connection_.get(); }

    std::expected<std::optional<StoredCourse>, std::string> stored_course(const std::string& slug) {
        const auto rows = pg::run(raw(), sql::load_course, {slug});
        if (!rows) return Failed(rows.error());
        if (PQntuples(rows->get()) == 0) return std::nullopt;
        auto stored = parsed<StoredCourse>(pg::value(*rows, 0, 0));
        if (!stored) return Failed(slug + ": " + stored.error());
        return std::move(*stored);
    }

    static void add(Plan& all, Plan more) {
        std::ranges::move(more.changes, std::back_inserter(all.changes));
        std::ranges::move(more.writes, std::back_inserter(all.writes));
        std::ranges::move(more.last, std::back_inserter(all.last));
    }

    pg::Connection connection_;
};

}  // namespace

std::expected<bool, std::string> import_pack(const std::string& conninfo, const Pack& pack,
                                             const Agree& agree) {
    auto import = Import::begin(conninfo);
    if (!import) return Failed(import.error());
    const auto plan = import->plan(pack);
    if (!plan) return Failed(plan.error());
    if (!agree(plan->changes) || plan->changes.empty()) return false;
    if (const auto ok = import->write(*plan); !ok) return Failed(ok.error());
    if (const auto ok = import->commit(); !ok) return Failed(ok.error());
    return true;
}

}  // namespace lexi::content
