#pragma once
// When a conversation has grown long, notes take the place of its older part. Pure.
#include <cstddef>
#include <string>
#include <vector>

#include "chat/prompt.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::chat {

/// What stays word for word: the last three turns.
inline constexpr std::size_t kKeptMessages = 6;
inline constexpr std::uint32_t kSummaryTokens = 160;

/// How many of `history` (oldest first) are to become notes; 0 while it is short. Half of the
/// prompt's `budget` of tokens may be history, so that the prompt's beginning, and with it the
/// model's cache, stays the same for many turns between two summaries.
std::size_t to_summarise(const std::vector<ml::ChatMessage>& history, std::size_t budget,
                         const CountTokens& count);

/// Asks for the notes. `before` are the notes that there are already; of `messages` the newest that
/// fit into `budget` tokens are shown.
std::vector<ml::ChatMessage> summary_messages(const std::string& before,
                                              const std::vector<ml::ChatMessage>& messages,
                                              std::size_t budget, const CountTokens& count);

}  // namespace lexi::chat
