#include "kit/multipart.hpp"

#include <gtest/gtest.h>

#include "kit/fuzz_replay.hpp"
#include "kit/source_dir.hpp"

namespace lexi::http {
namespace {

TEST(ReadForm, TakesOrRefusesWhatTheFuzzerKept) {
    EXPECT_GE(replay_corpus(source_dir() + "/tests/data/fuzz/multipart"), 8U);
}

}  // namespace
}  // namespace lexi::http
