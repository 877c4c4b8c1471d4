#pragma once
// From edits on tokens to matches on a text, and what is left when they overlap. Pure.
#include <string>
#include <string_view>
#include <vector>

#include "ml/grammar/match.hpp"
#include "ml/grammar/rule.hpp"

namespace lexi::ml::grammar {

/// What our rules find in one sentence. The spans' bytes are set.
std::vector<Match> rule_matches(std::string_view text, const Sentence& sentence);

/// Drops matches that change nothing, and of overlapping ones the later in `matches` (their order
/// is their rank); sorts the rest by place, sets the UTF-16 spans and the corrected text.
Report report(std::string_view text, std::vector<Match> matches);

}  // namespace lexi::ml::grammar
