#pragma once
#include "app/content/plan.hpp"
#include "app/core/database.hpp"

namespace lexi::content {

/// False while another import runs.
Task<bool> lock_import(UnitOfWork& work);
Task<std::optional<StoredCourse>> load_course(UnitOfWork& work, std::string slug);
/// What is wrong, or nothing.
Task<std::optional<std::string>> run_writes(UnitOfWork& work, std::vector<Write> writes);

template <class T>
struct Page {
    std::vector<T> items;
    std::int64_t total = 0;
};

Task<Page<AuthoredCourse>> list_authored(UnitOfWork& work, Uuid user, bool all, std::int64_t limit,
                                         std::int64_t offset);
/// The slug of a course that the user may see.
Task<std::optional<std::string>> find_authored(UnitOfWork& work, Uuid user, bool all, Uuid course);
Task<std::optional<AuthoredCourse>> publish_course(UnitOfWork& work, Uuid user, Uuid course,
                                                   bool published);
Task<bool> may_see_lesson(UnitOfWork& work, Uuid user, bool all, Uuid lesson);
Task<Page<LessonResult>> list_results(UnitOfWork& work, Uuid lesson, std::int64_t limit,
                                      std::int64_t offset);

}  // namespace lexi::content
