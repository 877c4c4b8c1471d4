#include "app/core/pg_pool.hpp"

#include <algorithm>
#include <utility>

namespace lexi {

void PgPool::acquire(Given given) {
    if (closed_) return given(nullptr);
    waiters_.push_back(
        {.given = std::move(given),
         .until = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                     std::chrono::duration<double>(settings_.timeout_s))});
    pump();
    arm_timer();
}

// One timer for all that wait: a cancelled one would stay with the loop until its time has come.
void PgPool::arm_timer() {
    if (timed_ || waiters_.empty()) return;
    timed_ = true;
    const std::chrono::duration<double> left = waiters_.front().until - Clock::now();
    loop_->runAfter(std::max(left.count(), 0.0), [weak = weak_from_this()] {
        if (const auto self = weak.lock()) self->refuse_late();
    });
}

void PgPool::refuse_late() {
    timed_ = false;
    const auto at = Clock::now();
    while (!waiters_.empty() && waiters_.front().until <= at) {
        const auto late = std::move(waiters_.front());
        waiters_.pop_front();
        late.given(nullptr);
    }
    arm_timer();
}

void PgPool::refuse_all() {
    for (const auto& waiter : std::exchange(waiters_, {})) waiter.given(nullptr);
}

void PgPool::pump() {
    while (!waiters_.empty() && !idle_.empty()) {
        auto link = std::move(idle_.back());  // the warmest
        idle_.pop_back();
        const auto waiter = std::move(waiters_.front());
        waiters_.pop_front();
        link->on_broken(nullptr);
        waiter.given(std::move(link));
    }
    while (opening_ < waiters_.size() && count_ < settings_.connections) open_one();
}

void PgPool::open_one() {
    auto link = std::make_shared<PgLink>(loop_, settings_.timeout_s);
    ++count_;
    ++opening_;
    // From the loop, so that a failure that is known at once does not come back inside this call.
    loop_->queueInLoop([self = shared_from_this(), link] {
        link->open(self->settings_.conninfo, [self, link](bool ok) { self->opened(link, ok); });
    });
}

void PgPool::opened(const std::shared_ptr<PgLink>& link, bool ok) {
    --opening_;
    if (ok && !closed_) return release(link);
    --count_;
    if (ok) return link->close();
    if (count_ > opening_) return;  // others are in use and will come back
    refuse_all();
}

void PgPool::release(std::shared_ptr<PgLink> link) {
    if (closed_ || !link->alive()) {
        link->close();
        --count_;
    } else {
        link->on_broken([weak = weak_from_this(), raw = link.get()] {
            if (const auto self = weak.lock()) self->forget(raw);
        });
        idle_.push_back(std::move(link));
    }
    pump();
}

void PgPool::forget(const PgLink* link) {
    const auto gone = std::erase_if(idle_, [link](const auto& held) { return held.get() == link; });
    count_ -= gone;
}

void PgPool::close() {
    closed_ = true;
    for (auto& link : std::exchange(idle_, {})) {
        link->close();
        --count_;
    }
    refuse_all();
}

}  // namespace lexi
