#pragma once
// A language model's rewrite of a text, as edits (likely.hpp says which of them are kept).
#include <string>
#include <string_view>
#include <vector>

#include "ml/grammar/match.hpp"
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

}  // namespace lexi::ml::grammar
