#include "kit/offload.hpp"

#include <gtest/gtest.h>
#include <trantor/net/EventLoopThread.h>

#include <future>
#include <latch>

namespace lexi {
namespace {

drogon::Task<Result<int>> twice(WorkerPool& pool, int value) {
    co_return co_await offload(pool, [value] { return value * 2; });
}

drogon::Task<Result<int>> broken(WorkerPool& pool) {
    co_return co_await offload(pool, []() -> int { throw std::runtime_error("broken"); });
}

TEST(Offload, GivesTheJobsValue) {
    WorkerPool pool("test", 2, 10);
    EXPECT_EQ(drogon::sync_wait(twice(pool, 21)).value(), 42);
}

TEST(Offload, ThrowsWhatTheJobThrew) {
    WorkerPool pool("test", 1, 10);
    EXPECT_THROW((void)drogon::sync_wait(broken(pool)), std::runtime_error);
}

TEST(Offload, RefusesAtOnceWhenTheQueueIsFull) {
    std::latch release(1);
    std::latch started(1);
    WorkerPool pool("test", 1, 1);
    ASSERT_TRUE(pool.try_submit([&] {
        started.count_down();
        release.wait();
    }));
    started.wait();
    ASSERT_TRUE(pool.try_submit([] {}));
    const auto refused = drogon::sync_wait(twice(pool, 1));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().fault, Fault::unavailable);
    EXPECT_GT(refused.error().retry_after_s, 0U);
    release.count_down();
}

drogon::AsyncTask record_threads(WorkerPool& pool, std::promise<bool>& same) {
    const auto before = std::this_thread::get_id();
    co_await offload(pool, [] { return 0; });
    same.set_value(before == std::this_thread::get_id());
}

TEST(Offload, ResumesOnTheLoopThatAsked) {
    WorkerPool pool("test", 1, 10);
    trantor::EventLoopThread loop;
    loop.run();
    std::promise<bool> same;
    loop.getLoop()->runInLoop([&] { record_threads(pool, same); });
    EXPECT_TRUE(same.get_future().get());
}

TEST(WorkerPool, FinishesWhatIsQueuedBeforeItEnds) {
    std::atomic<int> done = 0;
    {
        WorkerPool pool("test", 2, 100);
        for (int i = 0; i < 50; ++i) ASSERT_TRUE(pool.try_submit([&] { ++done; }));
    }
    EXPECT_EQ(done, 50);
}

}  // namespace
}  // namespace lexi
