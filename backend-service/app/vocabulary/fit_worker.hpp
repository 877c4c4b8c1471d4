#pragma once
// Fits learners' weights in the background of `serve`: one thread of the lowest priority, with its
// own connection, one learner at a time. Processes share the work (Fitting).
#include <chrono>
#include <string>
#include <thread>

namespace lexi::vocabulary {

class FitWorker {
public:
    /// A sweep at once and then every `pause`. A database that is away is tried again.
    FitWorker(std::string conninfo, std::chrono::seconds pause);
    /// Ends within a card's arithmetic or a statement.
    ~FitWorker() = default;
    FitWorker(const FitWorker&) = delete;
    FitWorker& operator=(const FitWorker&) = delete;

private:
    std::jthread thread_;  // asks it to stop, and joins
};

}  // namespace lexi::vocabulary
