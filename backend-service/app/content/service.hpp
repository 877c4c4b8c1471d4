#pragma once
#include "app/content/plan.hpp"
#include "app/core/database.hpp"

namespace lexi::content {

/// Who writes: teachers their own courses, administrators every one. Routes check the role.
struct Author {
    Uuid id;
    bool is_admin = false;
};

/// Courses for those who write them. Any event loop.
class AuthoringService {
public:
    explicit AuthoringService(Database& db) : db_(db) {}

    /// All of the course or nothing. A new one is a draft. already_exists where the slug is another
    /// author's; conflict where it is published (for a teacher), comes from content/, or while
    /// another import runs.
    Task<Result<ImportView>> import(Author author, CourseBody body);
    Task<Result<http::Reply<std::vector<AuthoredCourse>>>> list(Author author, PageFilter filter);
    Task<Result<DraftView>> show(Author author, Uuid course);
    Task<Result<AuthoredCourse>> publish(Author author, Uuid course, bool published);
    Task<Result<http::Reply<std::vector<LessonResult>>>> results(Author author, Uuid lesson,
                                                                 PageFilter filter);

private:
    Database& db_;
};

}  // namespace lexi::content
