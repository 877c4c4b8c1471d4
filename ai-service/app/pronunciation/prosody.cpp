#include "pronunciation/prosody.hpp"

#include <algorithm>
#include <cmath>

#include "pronunciation/fluency.hpp"

namespace lexi::pronunciation {
namespace {

constexpr std::size_t kRate = 16000;
constexpr std::size_t kWindow = 512;  // samples compared at each lag
constexpr std::size_t kShortestLag = kRate / 500;
constexpr std::size_t kLongestLag = kRate / 60;
constexpr double kVoiced =
    0.25;                       // YIN has 0.1; voices from telephones and synthesisers are rougher
constexpr double kPause = 0.3;  // seconds
constexpr double kSilent = 1e-5;  // mean square under which nothing is worth measuring

// The lag at which `frame` repeats itself best, in samples; 0 where it does not.
double period(std::span<const float> frame) {
    std::vector<double> difference(kLongestLag + 2, 0.0);
    double energy = 0;
    for (std::size_t i = 0; i < kWindow; ++i) energy += frame[i] * frame[i];
    if (energy / kWindow < kSilent) return 0;
    double sum = 0;
    for (std::size_t lag = 1; lag < difference.size(); ++lag) {
        double d = 0;
        for (std::size_t i = 0; i < kWindow; ++i) {
            const double step = frame[i] - frame[i + lag];
            d += step * step;
        }
        sum += d;
        difference[lag] = sum > 0 ? d * static_cast<double>(lag) / sum : 1;
    }
    for (std::size_t lag = kShortestLag; lag <= kLongestLag; ++lag) {
        if (difference[lag] >= kVoiced) continue;
        while (lag < kLongestLag && difference[lag + 1] < difference[lag]) ++lag;
        // A parabola through the lowest three tells where between samples the lowest point lies.
        const double left = difference[lag - 1], middle = difference[lag],
                     right = difference[lag + 1];
        const double bend = left - (2 * middle) + right;
        return static_cast<double>(lag) + (bend > 0 ? 0.5 * (left - right) / bend : 0.0);
    }
    return 0;
}

double rounded(double value, double places) { return std::round(value * places) / places; }

double range_in_semitones(const std::vector<double>& pitch) {
    std::vector<double> voiced;
    std::ranges::copy_if(pitch, std::back_inserter(voiced), [](double hz) { return hz > 0; });
    if (voiced.size() < 10) return 0;
    std::ranges::sort(voiced);
    const double low = voiced[voiced.size() / 10], high = voiced[voiced.size() * 9 / 10];
    return 12 * std::log2(high / low);
}

}  // namespace

std::vector<double> pitch_of(std::span<const float> pcm) {
    constexpr auto kHop = static_cast<std::size_t>(kPitchStep * kRate);
    constexpr std::size_t kNeeded = kWindow + kLongestLag + 2;
    std::vector<double> pitch;
    for (std::size_t at = 0; at + kNeeded <= pcm.size(); at += kHop) {
        const double lag = period(pcm.subspan(at, kNeeded));
        pitch.push_back(lag > 0 ? rounded(static_cast<double>(kRate) / lag, 10) : 0);
    }
    return pitch;
}

ProsodyView measure_prosody(std::span<const float> pcm, const ml::SpeechMap& speech,
                            int syllables) {
    ProsodyView view{.pitch_step = kPitchStep, .pitch = pitch_of(pcm)};
    for (std::size_t i = 1; i < speech.spans.size(); ++i) {
        const double start = speech.spans[i - 1].end, end = speech.spans[i].start;
        if (end - start < kPause) continue;
        view.pauses.push_back({.start = rounded(start, 1000), .end = rounded(end, 1000)});
        view.pause_seconds += end - start;
    }
    view.pause_seconds = rounded(view.pause_seconds, 1000);
    view.syllables_per_second =
        rounded(measure_fluency(speech.spans, syllables).syllables_per_second, 100);
    view.pitch_range = rounded(range_in_semitones(view.pitch), 10);
    return view;
}

}  // namespace lexi::pronunciation
