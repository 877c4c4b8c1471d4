#pragma once
// What of a language model's rewrite and of the engine's own errors stays: where the small model
// finds the text likelier with it than without.
#include <string_view>
#include <vector>

#include "ml/grammar/match.hpp"
#include "ml/grammar/scorer.hpp"

namespace lexi::ml::grammar {

/// Leaves one out: an edit stays an error where the text with all edits is likelier than without
/// this one, becomes a suggestion where it is a little less likely, and goes otherwise. All become
/// suggestions where the model cannot read the text.
void keep_likely(std::string_view text, std::vector<Match>& edits, Scorer& scorer);

/// The engine's own errors at places where the rewrite (`edits`: all it changes) leaves the text
/// alone: one without which the text would be likelier becomes a suggestion.
void doubt_alone(std::string_view text, std::vector<Match>& own, const std::vector<Match>& edits,
                 Scorer& scorer);

/// The edits in front of the engine's own matches; where both say the same the engine's stays,
/// which has an explanation.
std::vector<Match> merged(std::vector<Match> edits, std::vector<Match> own);

}  // namespace lexi::ml::grammar
