#pragma once
// A language model's rewrite of a text as edits of which only the sure ones are kept.
#include <string>
#include <string_view>
#include <vector>

#include "ml/grammar/match.hpp"
#include "ml/grammar/scorer.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::ml::grammar {

/// Asks for the text as a careful writer would put it, and nothing else; with examples. Give it at
/// most a few sentences at once.
std::vector<ChatMessage> rewrite_messages(std::string_view text);

/// The job that asks for it; greedy. `tokens`: how many the text has.
LlmJob rewrite_job(std::string_view text, std::uint32_t tokens, std::string owner);

/// What the rewrite changes, as matches of rule REWRITE with their bytes set. None where it is so
/// far from the text (over half of its words) that it is another text. Pure.
std::vector<Match> rewrite_edits(std::string_view text, std::string_view rewrite);

/// Leaves one out: an edit stays an error where the text with all edits is likelier than without
/// this one, becomes a suggestion where it is a little less likely, and goes otherwise. All become
/// suggestions where the model cannot read the text.
void keep_likely(std::string_view text, std::vector<Match>& edits, Scorer& scorer);

/// The edits in front of the engine's own matches; where both say the same the engine's stays,
/// which has an explanation.
std::vector<Match> merged(std::vector<Match> edits, std::vector<Match> own);

}  // namespace lexi::ml::grammar
