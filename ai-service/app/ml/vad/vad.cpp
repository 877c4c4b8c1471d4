#include "ml/vad/vad.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <vector>

#include "kit/log.hpp"
#include "ml/onnx.hpp"
#include "ml/vad/spans.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kWindow = 512;  // 32 ms at 16 kHz, what Silero's model takes
constexpr std::size_t kContext = 64;  // samples of the window before

class SileroDetector final : public VoiceDetector {
public:
    explicit SileroDetector(const std::string& path)
        : name_(std::filesystem::path(path).filename().string()), session_(onnx_session(path, 1)) {
        // A model of another kind must fail here, not at the first recording.
        const std::vector<float> silence(kWindow, 0.0F);
        probabilities(silence);
    }

    SpeechMap detect(std::span<const float> pcm) const override {
        auto map = speech_spans(probabilities(pcm), kWindow / 16000.0);
        map.rms_db = rms_db(pcm);
        return map;
    }
    std::string name() const override { return name_; }

private:
    std::vector<float> probabilities(std::span<const float> pcm) const {
        std::vector<float> state(std::size_t{2} * 128, 0.0F);
        std::vector<float> window(kContext + kWindow, 0.0F);
        std::vector<std::int64_t> rate{16000};
        std::vector<float> found;
        for (std::size_t at = 0; at < pcm.size(); at += kWindow) {
            std::copy(window.end() - kContext, window.end(), window.begin());
            const auto piece = pcm.subspan(at, std::min(kWindow, pcm.size() - at));
            std::fill(std::ranges::copy(piece, window.begin() + kContext).out, window.end(), 0.0F);
            std::array inputs{tensor(window, {1, kContext + kWindow}), tensor(state, {2, 1, 128}),
                              tensor(rate, {1})};
            const auto outputs =
                session_.Run(Ort::RunOptions{nullptr}, kInputs.data(), inputs.data(), inputs.size(),
                             kOutputs.data(), kOutputs.size());
            found.push_back(outputs[0].GetTensorData<float>()[0]);
            std::copy_n(outputs[1].GetTensorData<float>(), state.size(), state.begin());
        }
        return found;
    }

    static constexpr std::array<const char*, 3> kInputs{"input", "state", "sr"};
    static constexpr std::array<const char*, 2> kOutputs{"output", "stateN"};
    const std::string name_;
    mutable Ort::Session session_;  // Run() does not change it, but is not const
};

class EnergyDetector final : public VoiceDetector {
public:
    SpeechMap detect(std::span<const float> pcm) const override {
        auto map = speech_spans(energy_probabilities(pcm, kWindow), kWindow / 16000.0);
        map.rms_db = rms_db(pcm);
        return map;
    }
    std::string name() const override { return "energy"; }
};

}  // namespace

std::unique_ptr<VoiceDetector> make_voice_detector(const std::string& silero_path) {
    std::error_code none;
    if (std::filesystem::is_regular_file(silero_path, none)) {
        try {
            return std::make_unique<SileroDetector>(silero_path);
        } catch (const std::exception& broken) {
            log::warn("vad.failed", {{"reason", broken.what()}});
        }
    }
    return std::make_unique<EnergyDetector>();
}

}  // namespace lexi::ml
