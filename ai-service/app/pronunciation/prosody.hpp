#pragma once
// The melody and the flow of a reading, measured. Pure.
#include <span>
#include <vector>

#include "ml/vad/vad.hpp"
#include "pronunciation/schema.hpp"

namespace lexi::pronunciation {

/// Hz every kPitchStep seconds, 0 where the voice does not sound (60-500 Hz): the lag at which the
/// cumulative mean normalised difference first falls under 0.25 (YIN: de Cheveigné and Kawahara
/// 2002, steps 1 to 5). `pcm` is 16 kHz mono.
std::vector<double> pitch_of(std::span<const float> pcm);

inline constexpr double kPitchStep = 0.02;  // seconds

ProsodyView measure_prosody(std::span<const float> pcm, const ml::SpeechMap& speech, int syllables);

}  // namespace lexi::pronunciation
