#pragma once
// What to practise a sound with, from the vocabulary's own transcriptions. Pure.
#include <string>
#include <vector>

#include "core/lexicon/lexicon.hpp"
#include "suggestions/schema.hpp"

namespace lexi::suggestions {

/// The sounds of a transcription between slashes, without stress: /ˈdʒɝːni/ -> dʒ ɝː n i.
std::vector<std::string> sounds_of(std::string_view ipa);

/// Pairs of words that differ in nothing but `expected` against `actual`, the easiest first; words
/// with the sound where there are too few pairs. Both in IPA.
DrillView sound_drill(const core::Lexicon& lexicon, const std::string& expected,
                      const std::string& actual);

}  // namespace lexi::suggestions
