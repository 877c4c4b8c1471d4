#pragma once
#include "app/core/account.hpp"
#include "app/core/idempotency.hpp"
#include "app/lessons/schema.hpp"

namespace lexi::lessons {

/// Lessons and doing them: attempts, answers graded here, hints, completion. Any event loop.
class LessonService {
public:
    /// `secret` is the one that the AI service has too.
    LessonService(Database& db, std::string secret) : db_(db), secret_(std::move(secret)) {}

    Task<Result<LessonView>> show(Uuid user, Uuid lesson, Instant now);
    /// Goes on with the open attempt at the lesson, if there is one. conflict while it is locked.
    Task<Result<http::Reply<AttemptView>>> start(http::Request request, Uuid lesson,
                                                 StartBody body);
    Task<Result<AttemptView>> attempt(Uuid user, Uuid attempt, Instant now);
    /// conflict where the exercise was answered before in this attempt.
    Task<Result<http::Reply<AnswerView>>> answer(http::Request request, Uuid attempt,
                                                 AnswerBody body);
    /// The same hint as often as it is asked for, counted once.
    Task<Result<HintView>> hint(http::Request request, Uuid attempt, HintBody body);
    /// Pays XP once a lesson. The same attempt twice changes nothing the second time.
    Task<Result<http::Reply<ProgressRow>>> complete(http::Request request, Uuid lesson,
                                                    CompletionBody body);

private:
    Database& db_;
    std::string secret_;
};

}  // namespace lexi::lessons
