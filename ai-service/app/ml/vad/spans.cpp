#include "ml/vad/spans.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lexi::ml {
namespace {

constexpr double kBegin = 0.5;
constexpr double kEnd = 0.35;
constexpr double kPause = 0.2;
constexpr double kShortest = 0.1;

}  // namespace

SpeechMap speech_spans(std::span<const float> probabilities, double window_seconds) {
    SpeechMap map;
    std::optional<std::size_t> begin;
    std::size_t last = 0;  // the last window of speech, while `begin` is set
    const auto close = [&] {
        const SpeechSpan span{.start = static_cast<double>(*begin) * window_seconds,
                              .end = static_cast<double>(last + 1) * window_seconds};
        begin.reset();
        if (span.end - span.start < kShortest - 1e-9) return;
        map.spans.push_back(span);
        map.speech_seconds += span.end - span.start;
    };
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double p = probabilities[i];
        map.peak_probability = std::max(map.peak_probability, p);
        if (!begin && p >= kBegin) begin = i;
        if (begin && p >= kEnd) last = i;
        if (begin && static_cast<double>(i - last) * window_seconds >= kPause) close();
    }
    if (begin) close();
    return map;
}

std::vector<float> energy_probabilities(std::span<const float> pcm, std::size_t window) {
    std::vector<double> levels;
    for (std::size_t at = 0; at < pcm.size(); at += window) {
        levels.push_back(rms_db(pcm.subspan(at, std::min(window, pcm.size() - at))));
    }
    if (levels.empty()) return {};
    auto sorted = levels;
    std::ranges::sort(sorted);
    // A clip that is speech from end to end has no quiet tenth: its floor is capped.
    const double floor = std::min(sorted[sorted.size() / 10], -45.0);
    std::vector<float> found;
    for (const double level : levels) {
        const double over = level - floor;
        const double p = level < -50 ? 0 : 1 / (1 + std::exp(-(over - 9) / 3));
        found.push_back(static_cast<float>(p));
    }
    return found;
}

double rms_db(std::span<const float> pcm) {
    if (pcm.empty()) return -120;
    double sum = 0;
    for (const float sample : pcm) sum += static_cast<double>(sample) * sample;
    const double mean = sum / static_cast<double>(pcm.size());
    return std::max(-120.0, 10 * std::log10(mean + 1e-12));
}

}  // namespace lexi::ml
