#pragma once
#include "app/core/account.hpp"
#include "app/leaderboard/schema.hpp"

namespace lexi::leaderboard {

/// A rank is counted up to here; further down it is left out.
inline constexpr int kCountedRanks = 10'000;

/// Who earned most in a week, among those who take part. Any event loop.
class LeaderboardService {
public:
    explicit LeaderboardService(Database& db) : db_(db) {}

    /// Who does not take part sees nobody.
    Task<Result<BoardView>> show(Uuid user, Week week, std::int64_t limit, Instant now);

private:
    Database& db_;
};

}  // namespace lexi::leaderboard
