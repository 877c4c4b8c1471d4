#pragma once
// Is there speech, and where? Silero's model when its file is there, else the frame energy.
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace lexi::ml {

struct SpeechSpan {
    double start = 0;  // seconds
    double end = 0;
};

struct SpeechMap {
    std::vector<SpeechSpan> spans;
    double speech_seconds = 0;
    double peak_probability = 0;  // 0-1, of the most speech-like moment
    double rms_db = -120;         // of the whole clip, dB relative to full scale
};

class VoiceDetector {
public:
    virtual ~VoiceDetector() = default;
    /// Blocks (about 1 % of the audio's length on one core). Thread-safe. 16 kHz mono.
    virtual SpeechMap detect(std::span<const float> pcm) const = 0;
    /// "silero_vad.onnx" or "energy".
    virtual std::string name() const = 0;
};

/// Never fails: a missing or broken model file gives the energy detector.
std::unique_ptr<VoiceDetector> make_voice_detector(const std::string& silero_path);

}  // namespace lexi::ml
