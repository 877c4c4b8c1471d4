#pragma once
// Words that no dictionary has, with what was probably meant. Pure.
#include <string_view>
#include <vector>

#include "ml/grammar/match.hpp"
#include "ml/grammar/token.hpp"

namespace lexi::ml::grammar {

std::vector<Match> misspellings(std::string_view text, const std::vector<Token>& tokens);

}  // namespace lexi::ml::grammar
