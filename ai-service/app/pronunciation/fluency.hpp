#pragma once
// How fluently a text was read, from its speed and its pauses. Pure.
#include <vector>

#include "ml/vad/vad.hpp"
#include "ml/whisper/stt.hpp"

namespace lexi::pronunciation {

struct Fluency {
    double score = 0;                 // 0-100
    double syllables_per_second = 0;  // while speaking, pauses apart
    double pause_share = 0;           // 0-1 of the time from the first sound to the last
};

/// 60 % speed and 40 % pauses. Speed: 0 at 0.8 syllables a second, 100 from 3 to 6.5, and falling
/// to 50 at 9 (native speakers read at about 4 to 5; a beginner who is careful should not lose
/// points at 3). Pauses: silences of at least 0.3 s inside the speech; 100 for none, 0 where they
/// take half of the time.
Fluency measure_fluency(const std::vector<ml::SpeechSpan>& speech, int syllables);

/// Of all words that were heard.
int spoken_syllables(const std::vector<ml::SttWord>& words);

}  // namespace lexi::pronunciation
