#pragma once
// A few costly things that calls borrow one at a time.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>
#include <vector>

namespace lexi::ml {

template <class T>
class Pool {
public:
    /// Gives the thing back when it goes; empty when the wait was stopped.
    class Loan {
    public:
        Loan(Pool* pool, std::unique_ptr<T> thing) : pool_(pool), thing_(std::move(thing)) {}
        Loan(Loan&& other) noexcept : pool_(other.pool_), thing_(std::move(other.thing_)) {}
        Loan& operator=(Loan&&) = delete;
        ~Loan() {
            if (thing_) pool_->put(std::move(thing_));
        }
        explicit operator bool() const { return thing_ != nullptr; }
        T* operator->() const { return thing_.get(); }
        T& operator*() const { return *thing_; }

    private:
        Pool* pool_;
        std::unique_ptr<T> thing_;
    };

    void put(std::unique_ptr<T> thing) {
        const std::scoped_lock lock(mutex_);
        free_.push_back(std::move(thing));
        returned_.notify_one();
    }

    /// Blocks until one is free or `stop` is requested. The pool must outlive the loan.
    Loan borrow(std::stop_token stop = {}) {
        std::unique_lock lock(mutex_);
        if (!returned_.wait(lock, stop, [this] { return !free_.empty(); })) return {this, nullptr};
        auto thing = std::move(free_.back());
        free_.pop_back();
        return {this, std::move(thing)};
    }

private:
    std::mutex mutex_;
    std::condition_variable_any returned_;
    std::vector<std::unique_ptr<T>> free_;
};

}  // namespace lexi::ml
