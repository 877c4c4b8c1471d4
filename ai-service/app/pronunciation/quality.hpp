#pragma once
// Is a recording good enough to be judged? A bad one gets a request for another, never a low score.
// Pure.
#include <optional>
#include <span>

#include "kit/result.hpp"
#include "ml/vad/vad.hpp"

namespace lexi::pronunciation {

struct Quality {
    double snr_db = 0;    // of the speech over the rest; -20 to 60
    double clipping = 0;  // 0-1: share of the speech's samples at the end of the scale
    double speech_seconds = 0;
    double rms_db = -120;  // of the whole, relative to full scale
};

/// `pcm` is 16 kHz mono. Noise is what lies outside the speech, or, where that is less than a tenth
/// of a second, the quietest tenth of all frames.
Quality measure_quality(std::span<const float> pcm, const ml::SpeechMap& speech);

/// Why the learner should record again: Fault::invalid on the field `audio`.
std::optional<Problem> refusal(const Quality& quality);

/// What is not good but can be judged; nothing where all is well.
std::optional<std::string> remark(const Quality& quality);

}  // namespace lexi::pronunciation
