#pragma once
#include "app/core/account.hpp"
#include "app/core/idempotency.hpp"
#include "app/progress/schema.hpp"

namespace lexi::progress {

inline constexpr std::int64_t kPassMark = 60;  // per cent of a lesson's exercises
inline constexpr int kLessonXp = 20;
inline constexpr int kPerfectXp = 10;
inline constexpr int kCourseXp = 50;
inline constexpr int kActivityXpLimit = 10;  // one a minute, at most this many an activity

/// Doing lessons, and what came of it. Any event loop.
class ProgressService {
public:
    explicit ProgressService(Database& db) : db_(db) {}

    /// conflict while the lesson is locked.
    Task<Result<http::Reply<AttemptView>>> start(http::Request request, Uuid lesson);
    /// Grades on the server. conflict where the exercise was answered before in this attempt.
    Task<Result<http::Reply<AnswerView>>> answer(http::Request request, Uuid attempt,
                                                 AnswerBody body);
    /// Pays XP once a lesson. The same attempt twice changes nothing the second time.
    Task<Result<http::Reply<ProgressRow>>> complete(http::Request request, Uuid lesson,
                                                    CompletionBody body);
    Task<Result<http::Reply<ActivityView>>> record(http::Request request, ActivityBody body);
    Task<Result<ProgressView>> overview(Uuid user, Instant now);
    Task<Result<Stats>> stats(Uuid user, Range range, Instant now);

private:
    Database& db_;
};

}  // namespace lexi::progress
