#include "app/content/store.hpp"

#include "content_sql.hpp"

namespace lexi::content {
namespace {

AuthoredCourse authored_of(const Row& row) {
    return {.id = column::text(row, "id"),
            .slug = column::text(row, "slug"),
            .title = column::text(row, "title"),
            .language = column::text(row, "language"),
            .level = column::text(row, "level"),
            .edition = column::integer(row, "edition"),
            .total_lessons = column::integer(row, "total_lessons"),
            .is_published = column::flag(row, "is_published"),
            .is_own = column::flag(row, "is_own"),
            .updated_at = to_rfc3339(column::instant(row, "updated_at"))};
}

LessonResult result_of(const Row& row) {
    LessonResult result{.user_id = column::text(row, "user_id"),
                        .name = column::text(row, "name"),
                        .status = column::text(row, "status"),
                        .best_score = column::integer(row, "score"),
                        .stars = column::integer(row, "stars"),
                        .attempts = column::integer(row, "attempts"),
                        .time_spent_seconds = column::integer(row, "time_spent_seconds"),
                        .completed_at = {},
                        .updated_at = to_rfc3339(column::instant(row, "updated_at"))};
    if (const auto at = column::maybe_instant(row, "completed_at")) {
        result.completed_at = to_rfc3339(*at);
    }
    return result;
}

}  // namespace

Task<bool> lock_import(UnitOfWork& work) {
    const auto rows = co_await work.run(sql::lock_import);
    co_return column::flag(rows[0], "taken");
}

Task<std::optional<StoredCourse>> load_course(UnitOfWork& work, std::string slug) {
    const auto rows = co_await work.run(sql::load_course, slug);
    if (rows.empty()) co_return std::nullopt;
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    StoredCourse stored;
    const auto text = column::text(rows[0], "stored");
    if (glz::read<lenient>(stored, text)) throw std::logic_error("unexpected JSON of a course");
    co_return stored;
}

Task<std::optional<std::string>> run_writes(UnitOfWork& work, std::vector<Write> writes) {
    for (std::size_t i = 0; i < writes.size(); ++i) {
        std::vector<Param> params;
        for (const auto& param : writes[i].params) params.emplace_back(param);
        const auto rows = co_await work.execute(writes[i].sql, std::move(params));
        if (!rows.empty()) co_return column::text(rows[0], "wrong");
    }
    co_return std::nullopt;
}

Task<Page<AuthoredCourse>> list_authored(UnitOfWork& work, Uuid user, bool all, std::int64_t limit,
                                         std::int64_t offset) {
    auto rows = co_await work.run(sql::list_authored, user, all, limit, offset);
    Page<AuthoredCourse> page;
    for (const auto& row : rows) page.items.push_back(authored_of(row));
    // Past the end nothing says how many there are.
    if (rows.empty() && offset > 0) rows = co_await work.run(sql::list_authored, user, all, 1, 0);
    if (!rows.empty()) page.total = column::bigint(rows[0], "total");
    co_return page;
}

Task<std::optional<std::string>> find_authored(UnitOfWork& work, Uuid user, bool all, Uuid course) {
    const auto rows = co_await work.run(sql::find_authored, user, all, course);
    if (rows.empty()) co_return std::nullopt;
    co_return column::text(rows[0], "slug");
}

Task<std::optional<AuthoredCourse>> publish_course(UnitOfWork& work, Uuid user, Uuid course,
                                                   bool published) {
    const auto rows = co_await work.run(sql::publish_course, course, published, user);
    if (rows.empty()) co_return std::nullopt;
    co_return authored_of(rows[0]);
}

Task<bool> may_see_lesson(UnitOfWork& work, Uuid user, bool all, Uuid lesson) {
    const auto rows = co_await work.run(sql::find_authored_lesson, user, all, lesson);
    co_return !rows.empty();
}

Task<Page<LessonResult>> list_results(UnitOfWork& work, Uuid lesson, std::int64_t limit,
                                      std::int64_t offset) {
    const auto rows = co_await work.run(sql::list_results, lesson, limit, offset);
    Page<LessonResult> page;
    for (const auto& row : rows) page.items.push_back(result_of(row));
    const auto count = co_await work.run(sql::count_results, lesson);
    page.total = column::bigint(count[0], "total");
    co_return page;
}

}  // namespace lexi::content
