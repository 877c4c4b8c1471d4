#include "ml/vad/spans.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lexi::ml {
namespace {

TEST(SpeechSpans, APauseShorterThanATenthOfASecondDoesNotSplit) {
    const std::vector<float> p = {0.1F, 0.9F, 0.9F, 0.1F, 0.9F, 0.9F, 0.1F, 0.1F, 0.1F};
    const auto map = speech_spans(p, 0.1);
    ASSERT_EQ(map.spans.size(), 1U);
    EXPECT_NEAR(map.spans[0].start, 0.1, 1e-9);
    EXPECT_NEAR(map.spans[0].end, 0.6, 1e-9);
    EXPECT_NEAR(map.speech_seconds, 0.5, 1e-9);
}

TEST(SpeechSpans, ALongPauseSplits) {
    const std::vector<float> p = {0.9F, 0.9F, 0, 0, 0, 0.9F, 0.9F};
    EXPECT_EQ(speech_spans(p, 0.1).spans.size(), 2U);
}

TEST(SpeechSpans, AClickIsNoSpeech) {
    const std::vector<float> p = {0, 0.9F, 0, 0, 0, 0, 0, 0};
    const auto map = speech_spans(p, 0.032);
    EXPECT_TRUE(map.spans.empty());
    EXPECT_NEAR(map.peak_probability, 0.9, 1e-6);
}

TEST(SpeechSpans, UnsureWindowsBelongToSpeechThatHasBegun) {
    const std::vector<float> p = {0.9F, 0.4F, 0.4F, 0.4F, 0.1F, 0.1F, 0.1F};
    EXPECT_NEAR(speech_spans(p, 0.1).speech_seconds, 0.4, 1e-9);
    const std::vector<float> never = {0.4F, 0.4F, 0.4F};
    EXPECT_TRUE(speech_spans(never, 0.1).spans.empty());
}

TEST(Energy, SilenceIsNoSpeechAndALoudStretchIs) {
    std::vector<float> pcm(16000, 0.0F);
    for (const float p : energy_probabilities(pcm, 512)) EXPECT_EQ(p, 0.0F);
    for (std::size_t i = 4000; i < 9000; ++i) {
        pcm[i] = 0.2F * static_cast<float>(std::sin(static_cast<double>(i) * 0.1));
    }
    const auto map = speech_spans(energy_probabilities(pcm, 512), 0.032);
    ASSERT_EQ(map.spans.size(), 1U);
    EXPECT_NEAR(map.spans[0].start, 0.25, 0.04);
    EXPECT_NEAR(map.spans[0].end, 0.5625, 0.04);
}

TEST(Energy, LevelsAreRelativeToFullScale) {
    EXPECT_NEAR(rms_db(std::vector<float>(100, 0.1F)), -20, 0.01);
    EXPECT_EQ(rms_db({}), -120);
    EXPECT_EQ(rms_db(std::vector<float>(100, 0.0F)), -120);
}

}  // namespace
}  // namespace lexi::ml
