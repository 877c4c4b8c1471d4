#pragma once
#include "app/core/account.hpp"
#include "app/core/idempotency.hpp"
#include "app/streaks/schema.hpp"

namespace lexi::streaks {

inline constexpr int kCheckinXp = 5;

/// A learner's days. Any event loop.
class StreakService {
public:
    explicit StreakService(Database& db) : db_(db) {}

    Task<Result<StreakView>> show(Uuid user, Instant now);
    /// Counts today, once however often it is called.
    Task<Result<http::Reply<CheckinView>>> check_in(http::Request request);

private:
    Database& db_;
};

}  // namespace lexi::streaks
