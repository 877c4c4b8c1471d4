#pragma once
// English spelling: British and American forms, typos, and what is grammar rather than a typo.
// Pure.
#include <string>
#include <string_view>

namespace lexi::grading {

/// The American spelling of a British word; any other word as it is. Expects a folded word.
std::string american(std::string_view word);

/// Is `given` a slip of the hand for `expected`: near it, no other English word, and no other form
/// of the same word (walks for walk)? Both folded.
bool is_typo(std::string_view given, std::string_view expected);

/// How many letters of `expected` may be wrong, missing, too many or swapped.
std::size_t typo_budget(std::size_t letters);

/// Letters to change, leave out, put in or swap with their neighbour; more than `limit` counts as
/// limit + 1.
std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace lexi::grading
