#pragma once
// Text to speech. Calls block for the length of the work; run them on a worker pool.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

struct TtsRequest {
    /// Well-formed UTF-8, at most 20,000 bytes. `[[θɪŋk]]` is said as these phonemes.
    std::string text;
    std::string language = "en";  // BCP 47: en…, vi…
    double speed = 1.0;           // 0.5-2
};

struct TtsPhoneme {
    std::string ipa;
    double start = 0;  // seconds
    double end = 0;
};

struct TtsWord {
    std::string word;  // as written, without marks at its ends
    double start = 0;  // seconds
    double end = 0;
    std::vector<TtsPhoneme> phonemes;  // empty where the synthesiser does not tell them
};

struct TtsResult {
    std::vector<std::int16_t> pcm;  // mono
    std::uint32_t sample_rate = 22050;
    std::vector<TtsWord> words;
    /// True where the voice's file does not tell how long it makes each phoneme, so that the times
    /// are shared out by kinds of sounds; false where they are the synthesiser's own.
    bool words_estimated = true;
    std::string model;  // en_US-joe-medium, espeak-ng vi, …
};

struct TtsPiece {
    std::vector<std::int16_t> pcm;
    std::vector<TtsWord> words;  // their times count from the beginning of the first piece
};

/// A text that is spoken piece by piece. One thread at a time; outlives the engine's state.
class TtsPieces {
public:
    virtual ~TtsPieces() = default;
    /// Blocks for the length of the work. Nothing: all is said.
    virtual Result<std::optional<TtsPiece>> next() = 0;
    /// What there is beside sound and words; settled before the first piece.
    virtual TtsResult about() const = 0;
};

class TextToSpeech : public Engine {
public:
    /// Blocks. Thread-safe. Text without anything to say is Fault::invalid, as is a language that
    /// has no voice. Piper adds a little noise, so that a sentence said twice is not the same to
    /// the sample.
    virtual Result<TtsResult> synthesize(const TtsRequest& request) = 0;
    /// The same as it is made, the first piece a short one; refusals are those of synthesize.
    virtual Result<std::unique_ptr<TtsPieces>> stream(const TtsRequest& request) = 0;
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
