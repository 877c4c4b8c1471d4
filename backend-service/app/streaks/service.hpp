#pragma once
#include "app/core/account.hpp"
#include "app/core/idempotency.hpp"
#include "app/streaks/schema.hpp"

namespace lexi::streaks {

inline constexpr int kCheckinXp = 5;
inline constexpr std::chrono::days kCalendar{35};
inline constexpr std::chrono::days kRepairEvery{30};

/// A learner's days. Any event loop.
class StreakService {
public:
    explicit StreakService(Database& db) : db_(db) {}

    Task<Result<StreakView>> show(Uuid user, std::chrono::days calendar, Instant now);
    /// Counts today, once however often it is called.
    Task<Result<http::Reply<CheckinView>>> check_in(http::Request request);
    /// Excuses the days that lost the streak. conflict where nothing was lost within two days, or
    /// the last repair is less than 30 days old.
    Task<Result<http::Reply<StreakView>>> repair(http::Request request);

private:
    Database& db_;
};

}  // namespace lexi::streaks
