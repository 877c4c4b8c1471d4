#include <gtest/gtest.h>

#include "kit/fuzz_replay.hpp"
#include "kit/source_dir.hpp"

namespace lexi::ml {
namespace {

TEST(DecodeAudio, TakesOrRefusesWhatTheFuzzerKept) {
    EXPECT_GE(replay_corpus(source_dir() + "/tests/data/fuzz/decode"), 9U);
}

}  // namespace
}  // namespace lexi::ml
