#pragma once
// Prometheus metrics of the process. Names: lexi_<what>_<unit>[_total].
#include <functional>
#include <map>
#include <string>

namespace prometheus {
class Counter;
class Histogram;
}  // namespace prometheus

namespace lexi::metrics {

void count(const std::string& name, const std::string& help,
           const std::map<std::string, std::string>& labels = {}, double by = 1);
void gauge(const std::string& name, const std::string& help,
           const std::map<std::string, std::string>& labels, double value);

/// A series found once, for what is counted on every request. Valid as long as the process.
class Counter {
public:
    explicit Counter(prometheus::Counter& series) : series_(&series) {}
    void add(double by = 1) const;

private:
    prometheus::Counter* series_;
};
Counter counter(const std::string& name, const std::string& help,
                const std::map<std::string, std::string>& labels);

class Seconds {
public:
    explicit Seconds(prometheus::Histogram& series) : series_(&series) {}
    void observe(double seconds) const;

private:
    prometheus::Histogram* series_;
};
Seconds seconds(const std::string& name, const std::string& help,
                const std::map<std::string, std::string>& labels);

/// Called before each rendering, to refresh gauges (queue depths, engine counters).
void on_render(std::function<void()> refresh);
/// The text exposition format.
std::string render();

}  // namespace lexi::metrics
