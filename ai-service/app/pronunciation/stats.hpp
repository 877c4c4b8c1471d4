#pragma once
// What a learner's analyses say of each sound. Pure.
#include <vector>

#include "pronunciation/schema.hpp"
#include "pronunciation/store.hpp"

namespace lexi::pronunciation {

StatsView stats_of(const std::vector<AnalysisDocument>& analyses);

}  // namespace lexi::pronunciation
