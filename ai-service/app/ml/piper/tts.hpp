#pragma once
// Text to speech. Calls block for the length of the work; run them on a worker pool.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

struct TtsRequest {
    std::string text;             // well-formed UTF-8, at most 5000 bytes
    std::string language = "en";  // BCP 47: en…, vi…
    double speed = 1.0;           // 0.5-2
};

struct TtsWord {
    std::string word;
    double start = 0;  // seconds
    double end = 0;
};

struct TtsResult {
    std::vector<std::int16_t> pcm;  // mono
    std::uint32_t sample_rate = 22050;
    std::vector<TtsWord> words;
    /// True when the word times are shared out by phoneme counts (Piper's export tells no
    /// durations); false when the synthesiser reported them.
    bool words_estimated = true;
    std::string model;  // en_US-joe-medium, espeak-ng vi, …
};

class TextToSpeech : public Engine {
public:
    /// Blocks. Thread-safe. Text without anything to say is Fault::invalid, as is a language that
    /// has no voice. Piper adds a little noise, so that a sentence said twice is not the same to
    /// the sample.
    virtual Result<TtsResult> synthesize(const TtsRequest& request) = 0;
};

struct PiperConfig {
    std::string english_path;     // a Piper .onnx with its .onnx.json beside it, or a folder
    std::string vietnamese_path;  // same; where it is missing espeak-ng's own voice speaks
    std::uint32_t threads = 1;
    double retry_seconds = 5;
};

/// Counters: calls, failed, audio_ms, busy_ms.
std::unique_ptr<TextToSpeech> make_piper(PiperConfig config);

}  // namespace lexi::ml
