#pragma once
// What a sentence of the vocabulary can be used for. Pure.
#include <optional>
#include <string>
#include <vector>

#include "core/lexicon/forms.hpp"
#include "core/lexicon/lexicon.hpp"

namespace lexi::generation {

/// Where `word`, or a form of it, stands in its example.
std::optional<core::TextWord> place_of(const core::Word& word, std::string_view sentence);

/// `sentence` with what stands at `place` replaced.
std::string with(std::string_view sentence, const core::TextWord& place, std::string_view instead);

/// The words as a learner is given them to put in order: the first keeps its capital and the last
/// its full stop, so that both ends are fixed.
std::vector<std::string> tokens_of(std::string_view sentence);

/// Whether its words make a sentence in one order only, the ends being fixed: no adverb or second
/// phrase that could stand elsewhere, no two words that could change places.
bool one_order(std::string_view sentence, const core::Lexicon& lexicon);

/// One sentence that a voice can read and a learner can write down without guessing at figures or
/// the spelling of names.
bool can_be_dictated(std::string_view sentence);

}  // namespace lexi::generation
