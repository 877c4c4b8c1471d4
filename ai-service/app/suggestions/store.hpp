#pragma once
#include "core/mongo.hpp"
#include "kit/ids.hpp"
#include "suggestions/rank.hpp"

namespace lexi::suggestions {

/// Every sound of the learner's newest `limit` pronunciation analyses. Blocks: inside a job of
/// Mongo.
std::vector<Try> pronunciation_tries(core::Connection& db, const Uuid& user, std::int64_t limit);

}  // namespace lexi::suggestions
