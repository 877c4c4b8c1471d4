#include "ml/loader.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace lexi::ml {
namespace {

using namespace std::chrono_literals;

template <class Condition>
bool eventually(Condition condition) {
    for (int i = 0; i < 500; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

std::string state_of(const Loader<int>& loader) {
    EngineStatus status;
    loader.describe(status);
    return status.state;
}

TEST(Loader, ReturnsAtOnceAndAnswersModelLoadingMeanwhile) {
    std::atomic<bool> go = false;
    Loader<int> loader(
        "llm",
        [&]() -> Loader<int>::Loaded {
            go.wait(false);
            return std::make_shared<int>(7);
        },
        [] { return ""; }, 0.01);
    const auto early = loader.get("The model");
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().fault, Fault::model_loading);
    EXPECT_GT(early.error().retry_after_s, 0U);
    go = true;
    go.notify_all();
    ASSERT_TRUE(eventually([&] { return loader.get("The model").has_value(); }));
    EXPECT_EQ(**loader.get("The model"), 7);
    EXPECT_EQ(state_of(loader), "ready");
}

TEST(Loader, AFailedModelIsUnavailableAndSaysWhy) {
    Loader<int> loader(
        "stt", []() -> Loader<int>::Loaded { return std::unexpected("truncated"); },
        [] { return "same"; }, 0.01);
    ASSERT_TRUE(eventually([&] { return state_of(loader) == "failed"; }));
    EXPECT_EQ(loader.get("The model").error().fault, Fault::unavailable);
    EngineStatus status;
    loader.describe(status);
    EXPECT_EQ(status.reason, "truncated");
}

TEST(Loader, AModelPutRightIsPickedUpWithoutARestart) {
    std::atomic<int> version = 1;
    std::atomic<int> loads = 0;
    Loader<int> loader(
        "stt",
        [&]() -> Loader<int>::Loaded {
            ++loads;
            if (version == 1) return std::unexpected("truncated");
            return std::make_shared<int>(2);
        },
        [&] { return std::to_string(version.load()); }, 0.01);
    ASSERT_TRUE(eventually([&] { return state_of(loader) == "failed"; }));
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(loads, 1) << "an unchanged file must not be loaded again and again";
    version = 2;
    ASSERT_TRUE(eventually([&] { return state_of(loader) == "ready"; }));
}

TEST(Loader, WhatTheRuntimeThrowsIsAReasonNotACrash) {
    Loader<int> loader(
        "tts", []() -> Loader<int>::Loaded { throw std::runtime_error("bad graph"); },
        [] { return ""; }, 0.01);
    ASSERT_TRUE(eventually([&] { return state_of(loader) == "failed"; }));
    EngineStatus status;
    loader.describe(status);
    EXPECT_NE(status.reason.find("bad graph"), std::string::npos);
}

}  // namespace
}  // namespace lexi::ml
