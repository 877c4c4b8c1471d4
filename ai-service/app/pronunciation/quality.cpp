#include "pronunciation/quality.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lexi::pronunciation {
namespace {

constexpr std::size_t kFrame = 320;  // samples: 20 ms
constexpr double kFrameSeconds = 0.02;
constexpr double kMargin = 0.1;  // seconds around speech that are neither speech nor noise
constexpr std::size_t kEnoughNoise = 5;
constexpr float kFull = 0.99F;

constexpr double kLeastSpeech = 0.3;  // seconds
constexpr double kMostClipping = 0.05;
constexpr double kSilent = -60;  // dB of the whole
constexpr double kNoisy = 6;     // dB
constexpr double kSomeClipping = 0.005;

double power(std::span<const float> frame) {
    double sum = 0;
    for (const float s : frame) sum += static_cast<double>(s) * s;
    return sum / static_cast<double>(frame.size());
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

enum class Kind { speech, between, noise };

Kind kind_at(double middle, const std::vector<ml::SpeechSpan>& spans) {
    Kind kind = Kind::noise;
    for (const auto& span : spans) {
        if (middle >= span.start && middle <= span.end) return Kind::speech;
        if (middle > span.start - kMargin && middle < span.end + kMargin) kind = Kind::between;
    }
    return kind;
}

Problem again(std::string say, std::string what) {
    return {.fault = Fault::invalid, .say = std::move(say), .fields = {{"audio", std::move(what)}}};
}

}  // namespace

Quality measure_quality(std::span<const float> pcm, const ml::SpeechMap& speech) {
    std::vector<double> all, said, noise;
    std::size_t full = 0, spoken = 0;
    for (std::size_t at = 0; at + kFrame <= pcm.size(); at += kFrame) {
        const auto frame = pcm.subspan(at, kFrame);
        const double level = power(frame);
        all.push_back(level);
        const auto kind =
            kind_at(static_cast<double>(at) / 16000 + kFrameSeconds / 2, speech.spans);
        if (kind == Kind::noise) noise.push_back(level);
        if (kind != Kind::speech) continue;
        said.push_back(level);
        spoken += kFrame;
        full += static_cast<std::size_t>(
            std::ranges::count_if(frame, [](float s) { return std::abs(s) >= kFull; }));
    }
    if (noise.size() < kEnoughNoise) {
        std::ranges::sort(all);
        noise.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>((all.size() + 9) / 10));
    }
    const double floor = std::max(mean(noise), 1e-12);
    const double above = std::max(mean(said) - floor, 1e-12);
    return {.snr_db = std::clamp(10 * std::log10(above / floor), -20.0, 60.0),
            .clipping = spoken == 0 ? 0 : static_cast<double>(full) / static_cast<double>(spoken),
            .speech_seconds = speech.speech_seconds,
            .rms_db = speech.rms_db};
}

std::optional<Problem> refusal(const Quality& quality) {
    if (quality.rms_db < kSilent) {
        return again("The recording is silent. Please check your microphone and record again.",
                     "is silent");
    }
    if (quality.speech_seconds <= 0) {
        return again("No voice was heard. Please come closer to the microphone and record again.",
                     "has no speech");
    }
    if (quality.speech_seconds < kLeastSpeech) {
        return again("The recording is too short. Please say the whole text and record again.",
                     "has less than 0.3 seconds of speech");
    }
    if (quality.clipping > kMostClipping) {
        return again(
            "The recording is too loud and distorted. Please move a little away from the "
            "microphone and record again.",
            "is distorted");
    }
    return std::nullopt;
}

std::optional<std::string> remark(const Quality& quality) {
    if (quality.snr_db < kNoisy) {
        return "There is much noise around you; the scores are less certain. A quieter place "
               "helps.";
    }
    if (quality.clipping > kSomeClipping) {
        return "The recording is a little too loud; the scores are less certain.";
    }
    return std::nullopt;
}

}  // namespace lexi::pronunciation
