#pragma once
// Blocking work (hashing, MongoDB, inference, decoding) runs on a named pool with a bounded queue,
// never on an event loop. A full queue refuses at once: shed, do not queue without end.
#include <drogon/utils/coroutine.h>
#include <trantor/net/EventLoop.h>

#include <condition_variable>
#include <coroutine>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "kit/result.hpp"

namespace lexi {

class WorkerPool {
public:
    WorkerPool(std::string name, std::size_t threads, std::size_t queue_limit);
    /// Runs what is queued, then joins.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False, at once, when `queue_limit` jobs wait already. Any thread. `job` must not throw.
    bool try_submit(std::move_only_function<void()> job);
    std::size_t waiting() const;
    const std::string& name() const { return name_; }

private:
    void work();

    const std::string name_;
    const std::size_t queue_limit_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::move_only_function<void()>> queue_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

namespace detail {

template <class T>
struct IsResult : std::false_type {};
template <class T>
struct IsResult<Result<T>> : std::true_type {};

// Lives in the coroutine's frame for the whole wait; the job writes into it before it resumes.
template <class Job>
struct Offloaded {
    using Value = std::invoke_result_t<Job&>;
    WorkerPool& pool;
    Job job;
    std::optional<Value> value{};
    std::exception_ptr broken{};
    bool refused = false;

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiter) {
        auto* loop = trantor::EventLoop::getEventLoopOfCurrentThread();
        const bool taken = pool.try_submit([this, waiter, loop] {
            try {
                value.emplace(job());
            } catch (...) {
                broken = std::current_exception();
            }
            if (loop != nullptr) {
                loop->queueInLoop([waiter] { waiter.resume(); });
            } else {
                waiter.resume();
            }
        });
        if (!taken) refused = true;
        return taken;
    }
    void await_resume() {
        if (broken) std::rethrow_exception(broken);
    }
};

}  // namespace detail

/// Runs `job` (returning Result<T>, or a plain value) on `pool` and resumes on the caller's event
/// loop. A full pool is Fault::unavailable with Retry-After. Whatever `job` throws is thrown here.
template <class Job>
auto offload(WorkerPool& pool,
             Job job)  // NOLINT(*-avoid-reference-coroutine-parameters): pools outlive requests
    -> drogon::Task<
        std::conditional_t<detail::IsResult<std::invoke_result_t<Job&>>::value,
                           std::invoke_result_t<Job&>, Result<std::invoke_result_t<Job&>>>> {
    detail::Offloaded<Job> waiting{.pool = pool, .job = std::move(job)};
    co_await waiting;
    if (waiting.refused) co_return fail_busy("The service is busy. Please try again shortly.", 1);
    co_return std::move(*waiting.value);
}

}  // namespace lexi
