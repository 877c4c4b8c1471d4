#pragma once
// Which sounds a recording holds, frame by frame: Whisper's encoder with a phone head of our own
// (docs/pronunciation.md). Another CTC phone model: ctc_model.hpp. No text is known here.
#include <onnxruntime_cxx_api.h>

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ml/phones/phone_set.hpp"
#include "ml/phones/whisper_weights.hpp"

namespace lexi::ml {

/// 50 frames a second. Frame f covers the 20 ms that begin at `start(f)`.
struct PhoneFrames {
    std::size_t frames = 0;
    std::vector<float> log_probability;  // [frames, kSymbols], natural logarithm
    std::vector<float> layers;           // [frames, kept, width]: what the head saw
    std::size_t kept = 0;
    std::size_t width = 0;

    std::span<const float> at(std::size_t frame) const {
        return std::span(log_probability).subspan(frame * kSymbols, kSymbols);
    }
    static constexpr double kSeconds = 0.02;  // of a frame
    static double start(std::size_t frame);   // seconds; may be negative in the lead-in
};

// Models hear the first sound of a clip badly where nothing is before it: so many samples of
// silence are put there.
inline constexpr std::size_t kLeadIn = 1600;

/// What hears phones. Calls block, are thread-safe and throw Ort::Exception when the runtime
/// breaks.
class PhoneListener {
public:
    virtual ~PhoneListener() = default;
    /// `pcm` is 16 kHz mono in -1..1, at least 0.1 s; what is longer than 29 s is heard in pieces.
    /// `layers` is empty where the model does not tell them.
    virtual PhoneFrames frames(std::span<const float> pcm) const = 0;
    virtual std::uint64_t bytes() const = 0;
};

struct RecognizerFiles {
    std::string encoder;  // the graph without weights
    std::string weights;  // ggml-base.bin
    std::string head;     // ours, on top of the encoder's layers
};

class PhoneRecognizer final : public PhoneListener {
public:
    /// Blocks. The error names no path.
    static std::expected<std::shared_ptr<PhoneRecognizer>, std::string> load(
        const RecognizerFiles& files, int threads);

    PhoneFrames frames(std::span<const float> pcm) const override;
    /// The encoder alone: `log_probability` stays empty.
    PhoneFrames layers(std::span<const float> pcm) const;
    std::uint64_t bytes() const override { return bytes_; }

private:
    PhoneRecognizer(WhisperWeights weights, Ort::Session encoder, std::optional<Ort::Session> head)
        : weights_(std::move(weights)), encoder_(std::move(encoder)), head_(std::move(head)) {}
    void hear(std::span<const float> piece, PhoneFrames& frames) const;

    WhisperWeights weights_;        // the encoder looks into its memory
    mutable Ort::Session encoder_;  // Run() does not change a session, but is not const
    mutable std::optional<Ort::Session> head_;
    std::uint64_t bytes_ = 0;
};

}  // namespace lexi::ml
