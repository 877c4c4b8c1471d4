#pragma once
// What is counted of each answer of the HTTP edge.
#include <mutex>
#include <string>
#include <unordered_map>

#include "kit/metrics.hpp"

namespace lexi::http {

/// Requests by method, route and status, and their seconds. The series are kept: to find one in the
/// registry costs as much as to refuse a request. For any thread.
class Answered {
public:
    void add(const std::string& method, const std::string& route, int status, double seconds);

private:
    struct Series {
        metrics::Counter count;
        metrics::Seconds took;
    };

    std::mutex mutex_;
    std::unordered_map<std::string, Series> series_;
};

}  // namespace lexi::http
