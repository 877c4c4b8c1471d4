#pragma once
#include "app/core/idempotency.hpp"
#include "app/courses/schema.hpp"

namespace lexi::courses {

/// The catalogue as it stands for one learner. Any event loop.
class CourseService {
public:
    explicit CourseService(Database& db) : db_(db) {}

    Task<Result<http::Reply<std::vector<CourseItem>>>> list(Uuid user, CourseFilter filter);
    Task<Result<CourseView>> show(Uuid user, Uuid course);
    Task<Result<http::Reply<std::vector<LessonItem>>>> lessons(Uuid user, Uuid course,
                                                               LessonFilter filter);
    Task<Result<http::Reply<EnrolmentView>>> enrol(http::Request request, Uuid course);

private:
    Database& db_;
};

}  // namespace lexi::courses
