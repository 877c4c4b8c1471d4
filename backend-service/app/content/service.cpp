#include "app/content/service.hpp"

#include <format>
#include <set>

#include "app/content/pack.hpp"
#include "app/content/store.hpp"

namespace lexi::content {
namespace {

std::unexpected<Problem> no_course() { return fail(Fault::not_found, "There is no such course."); }

// Every mistake of a course that has the right form.
Result<void> checked(const CourseBody& body) {
    Problem problem{.fault = Fault::invalid,
                    .say = "The course has mistakes; nothing of it was imported.",
                    .fields = {}};
    std::set<std::string> slugs;
    for (std::size_t i = 0; i < body.units.size(); ++i) {
        const auto unit = std::format("units[{}]", i);
        if (!slugs.insert(body.units[i].slug).second) {
            problem.fields.emplace(unit + ".slug", "is there twice");
        }
        for (const auto& mistake : mistakes_in(body.units[i])) {
            problem.fields.emplace(unit + "." + mistake.path, mistake.what);
        }
    }
    if (!problem.fields.empty()) return std::unexpected(std::move(problem));
    return {};
}

// May this author write over what is stored?
Result<void> allowed(const Author& author, const std::optional<StoredCourse>& stored) {
    if (!stored) return {};
    if (!author.is_admin && stored->owner_id != author.id.str()) {
        return std::unexpected(Problem{.fault = Fault::already_exists,
                                       .say = "Another course has this slug.",
                                       .fields = {{"slug", "is taken"}}});
    }
    if (stored->from_content) {
        return fail(Fault::conflict, "This course comes from content/ and is changed there.");
    }
    if (!author.is_admin && stored->is_published) {
        return fail(Fault::conflict,
                    "This course is published: an administrator has to withdraw it first.");
    }
    return {};
}

Task<Result<ImportView>> imported(UnitOfWork& work, Author author, CourseBody body) {
    const bool dry_run = body.dry_run.value_or(false);
    if (const auto fine = checked(body); !fine) co_return std::unexpected(fine.error());
    const bool taken = co_await lock_import(work);
    if (!taken) co_return fail(Fault::conflict, "Another import is running. Please try again.");
    auto stored = co_await load_course(work, body.slug);
    if (const auto fine = allowed(author, stored); !fine) co_return std::unexpected(fine.error());
    const auto slug = body.slug;
    auto plan = plan_course(course_of(std::move(body)), stored, {.owner_id = author.id.str()});
    ImportView view{.id = stored ? stored->course.id : course_id(slug),
                    .slug = slug,
                    .edition = stored ? stored->edition : 1,
                    .is_published = stored && stored->is_published,
                    .dry_run = dry_run,
                    .changes = std::move(plan.changes)};
    if (dry_run) co_return view;
    if (stored && !view.changes.empty()) ++view.edition;
    co_await run_writes(work, std::move(plan.writes));
    const auto wrong = co_await run_writes(work, std::move(plan.last));
    if (wrong) co_return fail_field("builds_on", *wrong);
    co_return view;
}

Task<Result<http::Reply<std::vector<AuthoredCourse>>>> listed(UnitOfWork& work, Author author,
                                                              PageFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    auto found = co_await list_authored(work, author.id, author.is_admin, size, (page - 1) * size);
    http::Reply<std::vector<AuthoredCourse>> reply(std::move(found.items));
    reply.paged(http::pagination(page, size, found.total));
    co_return reply;
}

Task<Result<DraftView>> shown(UnitOfWork& work, Author author, Uuid course) {
    const auto slug = co_await find_authored(work, author.id, author.is_admin, course);
    if (!slug) co_return no_course();
    const auto stored = co_await load_course(work, *slug);
    if (!stored) co_return no_course();
    co_return DraftView{.id = stored->course.id,
                        .edition = stored->edition,
                        .is_published = stored->is_published,
                        .course = body_of(*stored)};
}

Task<Result<AuthoredCourse>> published(UnitOfWork& work, Author author, Uuid course, bool publish) {
    auto changed = co_await publish_course(work, author.id, course, publish);
    if (!changed) co_return no_course();
    co_return std::move(*changed);
}

Task<Result<http::Reply<std::vector<LessonResult>>>> results_of(UnitOfWork& work, Author author,
                                                                Uuid lesson, PageFilter filter) {
    const bool may = co_await may_see_lesson(work, author.id, author.is_admin, lesson);
    if (!may) co_return fail(Fault::not_found, "There is no such lesson.");
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    auto found = co_await list_results(work, lesson, size, (page - 1) * size);
    http::Reply<std::vector<LessonResult>> reply(std::move(found.items));
    reply.paged(http::pagination(page, size, found.total));
    co_return reply;
}

}  // namespace

Task<Result<ImportView>> AuthoringService::import(Author author, CourseBody body) {
    return db_.transact<ImportView>([author, body = std::move(body)](UnitOfWork& work) {
        return imported(work, author, body);
    });
}

Task<Result<http::Reply<std::vector<AuthoredCourse>>>> AuthoringService::list(Author author,
                                                                              PageFilter filter) {
    return db_.read<http::Reply<std::vector<AuthoredCourse>>>(
        [author, filter](UnitOfWork& work) { return listed(work, author, filter); });
}

Task<Result<DraftView>> AuthoringService::show(Author author, Uuid course) {
    return db_.read<DraftView>(
        [author, course](UnitOfWork& work) { return shown(work, author, course); });
}

Task<Result<AuthoredCourse>> AuthoringService::publish(Author author, Uuid course, bool publish) {
    return db_.transact<AuthoredCourse>([author, course, publish](UnitOfWork& work) {
        return published(work, author, course, publish);
    });
}

Task<Result<http::Reply<std::vector<LessonResult>>>> AuthoringService::results(Author author,
                                                                               Uuid lesson,
                                                                               PageFilter filter) {
    return db_.read<http::Reply<std::vector<LessonResult>>>(
        [author, lesson, filter](UnitOfWork& work) {
            return results_of(work, author, lesson, filter);
        });
}

}  // namespace lexi::content
