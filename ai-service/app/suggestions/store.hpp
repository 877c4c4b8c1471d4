#pragma once
#include "core/mongo.hpp"
#include "kit/ids.hpp"
#include "suggestions/rank.hpp"

namespace lexi::suggestions {

/// Every sound of the learner's newest `limit` pronunciation analyses. Blocks: inside a job of
/// Mongo.
std::vector<Try> pronunciation_tries(core::Connection& db, const Uuid& user, std::int64_t limit);

/// The learner's newest `limit` texts. An error is a mistake in its category; a text of some length
/// without one of a category that the learner has had wrong before is one right try.
std::vector<Try> writing_tries(core::Connection& db, const Uuid& user, std::int64_t limit);

}  // namespace lexi::suggestions
