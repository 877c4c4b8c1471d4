#include "kit/answered.hpp"

#include <format>

namespace lexi::http {

void Answered::add(const std::string& method, const std::string& route, int status,
                   double seconds) {
    const std::lock_guard lock(mutex_);
    const auto key = std::format("{} {} {}", status, method, route);
    auto found = series_.find(key);
    if (found == series_.end()) {
        const Series series{
            metrics::counter(
                "lexi_http_requests_total", "Requests answered.",
                {{"method", method}, {"route", route}, {"status", std::to_string(status)}}),
            metrics::seconds("lexi_http_request_seconds", "Time to the answer's head.",
                             {{"method", method}, {"route", route}})};
        found = series_.emplace(key, series).first;
    }
    found->second.count.add();
    found->second.took.observe(seconds);
}

}  // namespace lexi::http
