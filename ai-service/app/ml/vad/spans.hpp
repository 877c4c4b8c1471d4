#pragma once
// From a probability a window to stretches of speech. Pure.
#include <cstddef>
#include <span>
#include <vector>

#include "ml/vad/vad.hpp"

namespace lexi::ml {

/// Speech begins at 0.5 and ends once 0.2 s stay below 0.35; stretches under 0.1 s are noise.
/// `rms_db` is left alone.
SpeechMap speech_spans(std::span<const float> probabilities, double window_seconds);

/// 0-1 a window of `window` samples by how far its level is over the clip's quietest tenth: half at
/// 9 dB, and nothing under -50 dB of full scale is speech.
std::vector<float> energy_probabilities(std::span<const float> pcm, std::size_t window);

/// Level in dB relative to full scale; -120 for silence.
double rms_db(std::span<const float> pcm);

}  // namespace lexi::ml
