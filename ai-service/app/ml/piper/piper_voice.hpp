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

    /// The samples of one sentence in -1..1. Thread-safe; throws Ort::Exception when the runtime
    /// breaks. `length` stretches the time: 1 is the voice's own pace, 2 twice as slow.
    std::vector<float> speak(const std::string& ipa, double length) const;

    const std::string& name() const { return name_; }
    const std::string& language() const { return espeak_voice_; }
    std::uint32_t sample_rate() const { return sample_rate_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    PiperVoice(Ort::Session session) : session_(std::move(session)) {}
    std::string read_settings(const std::string& path);

    mutable Ort::Session session_;  // Run() does not change it, but is not const
    std::string name_;
    std::string espeak_voice_;
    std::uint32_t sample_rate_ = 0;
    std::uint64_t bytes_ = 0;
    PhonemeIds ids_;
    float noise_ = 0;
    float length_ = 1;
    float noise_width_ = 0;
    bool many_speakers_ = false;
};

}  // namespace lexi::ml
