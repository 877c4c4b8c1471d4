#pragma once
#include "app/achievements/schema.hpp"
#include "app/core/account.hpp"

namespace lexi::achievements {

/// What can be unlocked, and what was. Unlocking is core/rewards'. Any event loop.
class AchievementService {
public:
    explicit AchievementService(Database& db) : db_(db) {}

    /// Every definition, those masked that are hidden and not unlocked by `user`.
    Task<Result<std::vector<DefinitionView>>> definitions(Uuid user);
    Task<Result<MineView>> mine(Uuid user);

private:
    Database& db_;
};

}  // namespace lexi::achievements
