#pragma once
// A learner's answer against everything that is accepted: the nearest path, and what differs on the
// way. Pure; the work is bounded by kMostWords times kMostEdges pairs.
#include <string>
#include <vector>

#include "app/core/grading/lattice.hpp"

namespace lexi::grading {

enum class Match : unsigned char { kept, typo, marks, replaced, extra, missing, silent };

/// One move along both lattices.
struct Step {
    Match match = Match::silent;
    const Edge* given = nullptr;
    const Edge* accepted = nullptr;
};

/// The steps of the cheapest way; among equals the one that was written first. With `forgiving`,
/// small slips in long words count as typos.
std::vector<Step> align(const Lattice& given, const Lattice& accepted, Language language,
                        bool forgiving);

}  // namespace lexi::grading
