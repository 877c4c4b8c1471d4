#pragma once
// From the engines' answers to a learner's analysis. Pure.
//
// Words: for every scorer. The other figures are the judge's own, as experts would rate the
// recording, less what was left out; the fallback scorer "ps-align-1" computes them so:
//   word          heard where the transcript has it (or a word but for a letter or two) or its
//   sounds
//                 reached 60. Not heard and no word in its place: omission (0), unless its sounds
//                 reached 45. Otherwise mispronunciation where it was not heard, where its sounds
//                 stayed under 40, or where one of several was another sound and the word is
//                 under 65.
//   completeness  share of the text's words that were heard, in per cent
//   pronunciation mean of the sounds' scores of the words that were not left out
//   fluency       see fluency.hpp; the syllables are the transcript's
//   overall       0.6 pronunciation + 0.2 completeness + 0.2 fluency; where less than half of the
//   words
//                 was heard another text was read, and it is multiplied by 0.5 + completeness / 100
// The sounds' scores come from ml/phones/scoring.hpp.
#include "ml/phones/aligner.hpp"
#include "ml/vad/vad.hpp"
#include "ml/whisper/stt.hpp"
#include "pronunciation/schema.hpp"

namespace lexi::pronunciation {

AnalysisView analyse(const ml::AlignResult& aligned, const ml::SttResult& heard,
                     const ml::SpeechMap& speech);

}  // namespace lexi::pronunciation
