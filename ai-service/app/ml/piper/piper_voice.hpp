#pragma once
// One Piper (VITS) voice: an ONNX file and its JSON beside it.
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "ml/onnx.hpp"
#include "ml/piper/phoneme_ids.hpp"

namespace lexi::ml {

class PiperVoice {
public:
    /// Blocks. The error names no path.
    static std::expected<std::unique_ptr<PiperVoice>, std::string> load(const std::string& path,
                                                                        int threads);

    struct Times {
        double start = 0;  // seconds
        double end = 0;
    };
    struct Voiced {
        std::vector<float> samples;  // -1..1
        std::vector<Times> times;    // of each sound
    };

    /// One utterance, a very long one in parts. Thread-safe; throws Ort::Exception when the runtime
    /// breaks. `length` stretches the time: 1 is the voice's own pace, 2 twice as slow.
    Voiced speak(const std::vector<Sound>& sounds, double length) const;

    /// The first sign of `ipa` that the voice cannot say; empty: it can say all.
    std::string unknown_in(std::string_view ipa) const;
    /// Does the model tell how long it makes each phoneme?
    bool tells_times() const { return tells_times_; }

    const std::string& name() const { return name_; }
    const std::string& language() const { return language_; }
    std::uint32_t sample_rate() const { return sample_rate_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    Voiced speak_part(const std::vector<Sound>& sounds, double length) const;
    PiperVoice(Ort::Session session, bool tells_times)
        : session_(std::move(session)), tells_times_(tells_times) {}
    static std::unique_ptr<PiperVoice> open(const std::string& path, int threads);
    std::string read_settings(const std::string& path);

    mutable Ort::Session session_;  // Run() does not change it, but is not const
    std::string name_;
    std::string language_;
    std::uint32_t sample_rate_ = 0;
    std::uint64_t bytes_ = 0;
    PhonemeIds ids_;
    float noise_ = 0;
    float length_ = 1;
    float noise_width_ = 0;
    bool many_speakers_ = false;
    bool tells_times_ = false;
};

}  // namespace lexi::ml
