#pragma once
// What doing something earns: points in the ledger, and a day in the streak. One function, so that
// every caller takes the learner's rows in the same order and no two can wait for each other.
#include <string>
#include <vector>

#include "app/core/database.hpp"
#include "app/core/streak.hpp"

namespace lexi {

struct Prize {
    std::string source;  // unique for the learner: paid once
    int amount = 0;
};

struct Reward {
    int xp_earned = 0;  // of this call: 0 for prizes paid before
    Streak streak;
};

/// Pays `prizes` that were not paid yet and counts `day` in the streak, in `work`.
Task<Reward> reward(UnitOfWork& work, Uuid user, Day day, Instant at, std::vector<Prize> prizes);

/// The learner's streak as stored.
Task<Streak> load_streak(UnitOfWork& work, Uuid user);

}  // namespace lexi
