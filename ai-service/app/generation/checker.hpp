#pragma once
// Judges a finished item, whoever made it (a template or a model), by what a learner would see. It
// shares no code with the makers but the lexicon. Pure.
#include <string>
#include <vector>

#include "core/lexicon/lexicon.hpp"
#include "generation/item.hpp"

namespace lexi::generation {

/// What is wrong with it; empty: it may leave. Stable names: second_answer, duplicate_option,
/// answer_missing, answer_leaked, above_level, lost_marks, wrong_count, wrong_form.
std::vector<std::string> faults_of(const Item& item, core::Level level,
                                   const core::Lexicon& lexicon);

}  // namespace lexi::generation
