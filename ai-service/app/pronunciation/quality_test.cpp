#include "pronunciation/quality.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace lexi::pronunciation {
namespace {

constexpr std::size_t kSecond = 16000;

// A tone from 1 s to 2 s in a noise of three seconds.
std::vector<float> tone_in_noise(float tone, float noise) {
    std::mt19937 random(1);
    std::normal_distribution<float> hiss(0, noise);
    std::vector<float> pcm(3 * kSecond);
    for (std::size_t i = 0; i < pcm.size(); ++i) {
        const bool speaks = i >= kSecond && i < 2 * kSecond;
        const float wave = speaks ? tone * std::sin(0.2F * static_cast<float>(i)) : 0.0F;
        pcm[i] = std::clamp(wave + hiss(random), -1.0F, 1.0F);
    }
    return pcm;
}

ml::SpeechMap spoken(double start, double end) {
    return {.spans = {{.start = start, .end = end}},
            .speech_seconds = end - start,
            .peak_probability = 1,
            .rms_db = -20};
}

TEST(Quality, MeasuresTheSignalOverTheNoise) {
    // A sine of amplitude 0.1 has a power of 0.005, the noise one of 0.0001: 17 dB.
    const auto quality = measure_quality(tone_in_noise(0.1F, 0.01F), spoken(1, 2));
    EXPECT_NEAR(quality.snr_db, 17, 0.5);
    EXPECT_EQ(quality.clipping, 0);
    EXPECT_FALSE(refusal(quality));
    EXPECT_FALSE(remark(quality));
}

TEST(Quality, OfSpeechFromEndToEndComparesWithItsQuietestMoments) {
    const auto pcm = tone_in_noise(0.3F, 0.001F);
    EXPECT_GT(measure_quality(pcm, spoken(0, 3)).snr_db, 30);
}

TEST(Quality, SpeechInNoiseIsJudgedWithARemark) {
    const auto quality = measure_quality(tone_in_noise(0.02F, 0.01F), spoken(1, 2));
    EXPECT_FALSE(refusal(quality));
    EXPECT_TRUE(remark(quality));
}

TEST(Quality, DistortedSpeechIsRefused) {
    const auto quality = measure_quality(tone_in_noise(3.0F, 0.001F), spoken(1, 2));
    EXPECT_GT(quality.clipping, 0.5);
    ASSERT_TRUE(refusal(quality));
    EXPECT_TRUE(refusal(quality)->fields.contains("audio"));
}

TEST(Quality, EachRefusalSaysItsOwnReason) {
    const Quality silent{.speech_seconds = 0, .rms_db = -90};
    const Quality nobody{.speech_seconds = 0, .rms_db = -30};
    const Quality brief{.speech_seconds = 0.2, .rms_db = -30};
    const Quality enough{.snr_db = 20, .speech_seconds = 0.3, .rms_db = -30};
    EXPECT_EQ(refusal(silent)->fields.at("audio"), "is silent");
    EXPECT_EQ(refusal(nobody)->fields.at("audio"), "has no speech");
    EXPECT_EQ(refusal(brief)->fields.at("audio"), "has less than 0.3 seconds of speech");
    EXPECT_EQ(refusal(brief)->fault, Fault::invalid);
    EXPECT_FALSE(refusal(enough));
}

TEST(Quality, OfNothingIsNoNumberOutOfRange) {
    const auto quality = measure_quality({}, {});
    EXPECT_TRUE(std::isfinite(quality.snr_db));
    EXPECT_TRUE(refusal(quality));
}

}  // namespace
}  // namespace lexi::pronunciation
