#pragma once
// The connections of one event loop. A request takes one for its transaction; who finds none waits
// its turn for a while. A server that is away refuses at once and is tried again with each request.
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/core/pg_link.hpp"

namespace lexi {

struct PgSettings {
    std::string conninfo;
    std::size_t connections = 8;  // an event loop
    bool echo = false;            // log a line for each statement
    double timeout_s = 5;         // for a free connection, for a new one, and for each answer
};

/// Used on its event loop only.
class PgPool : public std::enable_shared_from_this<PgPool> {
public:
    using Given = std::function<void(std::shared_ptr<PgLink>)>;

    PgPool(trantor::EventLoop* loop, PgSettings settings)
        : loop_(loop), settings_(std::move(settings)) {}

    /// Gives nullptr where no connection can be had.
    void acquire(Given given);
    /// `link` must be idle (or broken) again.
    void release(std::shared_ptr<PgLink> link);
    void close();
    /// Idle, in use and opening.
    std::size_t connections() const { return count_; }
    bool echoes() const { return settings_.echo; }

private:
    using Clock = std::chrono::steady_clock;
    struct Waiter {
        Given given;
        Clock::time_point until;
    };

    void pump();
    void open_one();
    void opened(const std::shared_ptr<PgLink>& link, bool ok);
    void forget(const PgLink* link);
    void arm_timer();
    void refuse_late();
    void refuse_all();

    trantor::EventLoop* loop_;
    PgSettings settings_;
    std::vector<std::shared_ptr<PgLink>> idle_;
    std::deque<Waiter> waiters_;  // in the order of `until`
    bool timed_ = false;          // the loop will call refuse_late
    std::size_t count_ = 0;       // idle, in use and opening
    std::size_t opening_ = 0;
    bool closed_ = false;
};

}  // namespace lexi
