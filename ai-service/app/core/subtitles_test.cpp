#include "core/subtitles.hpp"

#include <gtest/gtest.h>

namespace lexi::core {
namespace {

const std::vector<ml::SttSegment> kHeard{
    {.text = "Good morning.", .start = 0.5, .end = 1.25},
    {.text = "a < b & c --> d", .start = 3661.0004, .end = 3662}};

TEST(Subtitles, SubRipNumbersItsCues) {
    EXPECT_EQ(to_srt(kHeard),
              "1\n00:00:00,500 --> 00:00:01,250\nGood morning.\n\n"
              "2\n01:01:01,000 --> 01:01:02,000\na < b & c -> d\n\n");
}

TEST(Subtitles, WebVttEscapesItsText) {
    EXPECT_EQ(to_vtt(kHeard),
              "WEBVTT\n\n00:00:00.500 --> 00:00:01.250\nGood morning.\n\n"
              "01:01:01.000 --> 01:01:02.000\na &lt; b &amp; c --&gt; d\n\n");
}

TEST(Subtitles, SilenceHasNoCues) {
    EXPECT_EQ(to_srt({}), "");
    EXPECT_EQ(to_vtt({}), "WEBVTT\n\n");
}

}  // namespace
}  // namespace lexi::core
