#include "speech/live.hpp"

#include <gtest/gtest.h>

namespace lexi::speech {
namespace {

TEST(Live, WhatTwoHearingsAgreeOnIsStable) {
    EXPECT_EQ(agreed("I like", "I like green"), "I like");
    EXPECT_EQ(agreed("I like Greek tea", "I like green tea"), "I like");
    EXPECT_EQ(agreed("", "I"), "");
    EXPECT_EQ(agreed("Xin chào", "Xin chào bạn"), "Xin chào");
}

TEST(Live, MarksAndCapitalsDoNotCountAndTheNewerIsTold) {
    EXPECT_EQ(agreed("i like tea.", "I like tea, and"), "I like tea,");
}

}  // namespace
}  // namespace lexi::speech
