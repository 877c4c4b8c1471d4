#include "speech/accept.hpp"

#include <gtest/gtest.h>

namespace lexi::speech {
namespace {

TEST(Accept, WithoutAnythingOfOursGetsTheEnvelope) {
    for (const auto* accept : {"", "*/*", "application/json", "text/html", "audio/wav;q=0"}) {
        EXPECT_EQ(spoken_as(accept), SpokenAs::json) << accept;
    }
}

TEST(Accept, OfSoundGetsTheBytes) {
    EXPECT_EQ(spoken_as("audio/wav"), SpokenAs::wav);
    EXPECT_EQ(spoken_as("Audio/Ogg; codecs=opus, */*;q=0.1"), SpokenAs::ogg);
    EXPECT_EQ(spoken_as("audio/*, application/json; q=0.5"), SpokenAs::wav);
}

TEST(Accept, TheHighestWeightWinsThenTheOrder) {
    EXPECT_EQ(spoken_as("audio/wav;q=0.4, application/json;q=0.9"), SpokenAs::json);
    EXPECT_EQ(spoken_as("audio/ogg, audio/wav"), SpokenAs::ogg);
}

}  // namespace
}  // namespace lexi::speech
