#pragma once
// Speech to text. Calls block for the length of the work; run them on a worker pool.
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

struct SttOptions {
    std::string
        language;  // "en", "vi", …; empty: detect (an English-only model always hears English)
    bool words = false;     // fill SttResult::words
    bool verbatim = false;  // keep hesitations; greedy search, which smooths learners' errors less
};

struct SttWord {
    std::string word;
    double start = 0;  // seconds
    double end = 0;
    double probability = 0;  // 0-1, mean of the word's tokens
};

struct SttSegment {
    std::string text;
    double start = 0;
    double end = 0;
};

struct SttResult {
    std::string text;      // well-formed UTF-8, trimmed; empty when there is no speech
    std::string language;  // BCP 47
    std::vector<SttSegment> segments;
    std::vector<SttWord> words;
    double no_speech = 0;  // 0-1: how surely there is no speech
    double duration = 0;   // seconds of audio
};

class SpeechToText : public Engine {
public:
    /// Blocks. Thread-safe: as many calls run side by side as the engine has workers, others wait.
    /// `stop` ends the work early (Fault::unavailable). `pcm` is 16 kHz mono in -1..1.
    virtual Result<SttResult> transcribe(std::span<const float> pcm, const SttOptions& options,
                                         std::stop_token stop = {}) = 0;
};

struct WhisperConfig {
    std::string model_path;     // a ggml-*.bin file, a folder, or the beginning of a file's name
    std::string fallback_path;  // taken when model_path names nothing; may be empty
    std::string vad_path;       // silero_vad.onnx; without it an energy gate decides
    std::uint32_t workers = 1;  // states, some 150 MB each
    std::uint32_t threads = 0;  // a worker; 0: the cores that are there
    std::uint32_t beam = 2;     // 1: greedy
    double padding = 2;         // seconds that the encoder hears beyond the clip, at least
    bool gpu = false;
    double retry_seconds = 5;
};

/// Counters: calls, silent, cancelled, failed, retried (heard again, with the full window),
/// audio_ms, busy_ms.
std::unique_ptr<SpeechToText> make_whisper(WhisperConfig config);

}  // namespace lexi::ml
