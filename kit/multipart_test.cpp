#include "kit/multipart.hpp"

#include <gtest/gtest.h>

#include "kit/fuzz_replay.hpp"

namespace lexi::http {
namespace {

TEST(ReadForm, TakesOrRefusesWhatTheFuzzerKept) {
    EXPECT_GE(replay_corpus(LEXI_SOURCE_DIR "/tests/data/fuzz/multipart"), 8U);
}

}  // namespace
}  // namespace lexi::http
