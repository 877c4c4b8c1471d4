#include "pronunciation/prosody.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace lexi::pronunciation {
namespace {

// Harmonics of a voice whose pitch goes from `from` to `to` Hz.
std::vector<float> voice(double from, double to, double seconds) {
    std::vector<float> pcm;
    double phase = 0;
    const auto count = static_cast<std::size_t>(seconds * 16000);
    for (std::size_t i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(count);
        phase += 2 * std::numbers::pi * (from + ((to - from) * part)) / 16000;
        double value = 0;
        for (int k = 1; k <= 8; ++k) value += std::sin(k * phase) / k;
        pcm.push_back(static_cast<float>(0.2 * value));
    }
    return pcm;
}

TEST(Prosody, ASteadyVoiceHasItsPitch) {
    for (const double hz : {90.0, 140.0, 220.0, 330.0}) {
        const auto pitch = pitch_of(voice(hz, hz, 0.5));
        ASSERT_GT(pitch.size(), 15U);
        for (const double found : pitch) EXPECT_NEAR(found, hz, hz * 0.01);
    }
}

TEST(Prosody, NoiseAndSilenceHaveNone) {
    std::mt19937 random(1);
    std::normal_distribution<float> draw(0, 0.1F);
    std::vector<float> noise(16000);
    for (auto& sample : noise) sample = draw(random);
    for (const auto& pcm : {noise, std::vector<float>(16000, 0.0F)}) {
        for (const double found : pitch_of(pcm)) EXPECT_EQ(found, 0);
    }
    EXPECT_TRUE(pitch_of(std::vector<float>(100, 0.1F)).empty());
}

TEST(Prosody, ARiseOfAnOctaveIsTwelveSemitonesLessItsEnds) {
    ml::SpeechMap speech;
    speech.spans = {{.start = 0, .end = 1}};
    const auto view = measure_prosody(voice(110, 220, 1), speech, 4);
    EXPECT_NEAR(view.pitch_range, 12 * 0.8, 1.0);
    EXPECT_NEAR(view.syllables_per_second, 4, 0.1);
    EXPECT_TRUE(view.pauses.empty());
}

TEST(Prosody, SilencesInsideTheSpeechArePauses) {
    ml::SpeechMap speech;
    speech.spans = {{.start = 0.2, .end = 1}, {.start = 1.1, .end = 2}, {.start = 2.5, .end = 3}};
    const auto view = measure_prosody(std::vector<float>(16000, 0.0F), speech, 6);
    ASSERT_EQ(view.pauses.size(), 1U);
    EXPECT_DOUBLE_EQ(view.pauses[0].start, 2);
    EXPECT_DOUBLE_EQ(view.pause_seconds, 0.5);
}

}  // namespace
}  // namespace lexi::pronunciation
