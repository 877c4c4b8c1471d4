#pragma once
#include "app/core/account.hpp"
#include "app/goals/schema.hpp"

namespace lexi::goals {

/// A learner's goal for the week, which begins on Monday in the learner's own days. Any event loop.
class GoalService {
public:
    explicit GoalService(Database& db) : db_(db) {}

    /// Who has set none has seven times the daily goal.
    Task<Result<GoalView>> weekly(Uuid user, Instant now);
    Task<Result<GoalView>> set_weekly(Uuid user, GoalBody goal, Instant now);

private:
    Database& db_;
};

}  // namespace lexi::goals
