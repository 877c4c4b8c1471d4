#include <gtest/gtest.h>

#include "kit/fuzz_replay.hpp"

namespace lexi::ml {
namespace {

TEST(DecodeAudio, TakesOrRefusesWhatTheFuzzerKept) {
    EXPECT_GE(replay_corpus(LEXI_SOURCE_DIR "/tests/data/fuzz/decode"), 9U);
}

}  // namespace
}  // namespace lexi::ml
