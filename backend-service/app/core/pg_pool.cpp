#include "app/core/pg_pool.hpp"

#include <algorithm>
#include <utility>

namespace lexi {

void PgPool::acquire(Given given) {
    if (closed_) return given(nullptr);
    auto waiter = std::make_shared<Waiter>();
    waiter->given = std::move(given);
    waiter->timer = loop_->runAfter(settings_.timeout_s, [self = shared_from_this(), waiter] {
        std::erase(self->waiters_, waiter);
        self->give(*waiter, nullptr);
    });
    waiters_.push_back(std::move(waiter));
    pump();
}

void PgPool::give(Waiter& waiter, std::shared_ptr<PgLink> link) {
    loop_->invalidateTimer(waiter.timer);
    if (auto given = std::exchange(waiter.given, nullptr)) given(std::move(link));
}

void PgPool::pump() {
    while (!waiters_.empty() && !idle_.empty()) {
        auto link = std::move(idle_.back());  // the warmest
        idle_.pop_back();
        auto waiter = std::move(waiters_.front());
        waiters_.pop_front();
        link->on_broken(nullptr);
        give(*waiter, std::move(link));
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
    for (auto& waiter : std::exchange(waiters_, {})) give(*waiter, nullptr);
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
    for (auto& waiter : std::exchange(waiters_, {})) give(*waiter, nullptr);
}

}  // namespace lexi
