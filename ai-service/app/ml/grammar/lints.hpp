#pragma once
// Harper's own findings as ours: which of its rules are taken, of what type they are, and what a
// Vietnamese learner is told. Pure.
#include <optional>
#include <string_view>

#include "ml/grammar/match.hpp"
#include "ml/grammar/token.hpp"

namespace lexi::ml::grammar {

/// Rules of Harper that never run: of style, of dialect, or wrong too often; separated by commas.
extern const std::string_view kLintsOff;

/// Nothing for a finding of style. The spans are left to the caller.
std::optional<Match> as_match(const Lint& lint, std::string_view original);

/// ERRANT's type by what an edit does: M, U or R and the part of speech that Harper's dictionary
/// gives to the words.
std::string edit_type(std::string_view original, std::string_view corrected);

}  // namespace lexi::ml::grammar
