#include "pronunciation/fluency.hpp"

#include <algorithm>

#include "pronunciation/word_match.hpp"

namespace lexi::pronunciation {
namespace {

constexpr double kPause = 0.3;  // seconds
constexpr double kSlowest = 0.8, kGood = 3, kFast = 6.5, kTooFast = 9;

double speed_score(double rate) {
    if (rate <= kGood) return std::clamp(100 * (rate - kSlowest) / (kGood - kSlowest), 0.0, 100.0);
    if (rate <= kFast) return 100;
    return std::max(50.0, 100 - 50 * (rate - kFast) / (kTooFast - kFast));
}

}  // namespace

Fluency measure_fluency(const std::vector<ml::SpeechSpan>& speech, int syllables) {
    if (speech.empty() || syllables <= 0) return {};
    double pauses = 0;
    for (std::size_t i = 1; i < speech.size(); ++i) {
        const double gap = speech[i].start - speech[i - 1].end;
        if (gap >= kPause) pauses += gap;
    }
    const double whole = speech.back().end - speech.front().start;
    if (whole <= 0 || whole <= pauses) return {};
    Fluency fluency;
    fluency.syllables_per_second = syllables / (whole - pauses);
    fluency.pause_share = pauses / whole;
    const double flow = 100 * std::max(0.0, 1 - 2 * fluency.pause_share);
    fluency.score = 0.6 * speed_score(fluency.syllables_per_second) + 0.4 * flow;
    return fluency;
}

int spoken_syllables(const std::vector<ml::SttWord>& words) {
    int sum = 0;
    for (const auto& word : words) sum += syllables(word.word);
    return sum;
}

}  // namespace lexi::pronunciation
