#pragma once
// Prometheus metrics of the process. Names: lexi_<what>_<unit>[_total].
#include <functional>
#include <map>
#include <string>

namespace lexi::metrics {

void count(const std::string& name, const std::string& help,
           const std::map<std::string, std::string>& labels = {}, double by = 1);
void observe_seconds(const std::string& name, const std::string& help,
                     const std::map<std::string, std::string>& labels, double seconds);
void gauge(const std::string& name, const std::string& help,
           const std::map<std::string, std::string>& labels, double value);
/// Called before each rendering, to refresh gauges (queue depths, engine counters).
void on_render(std::function<void()> refresh);
/// The text exposition format.
std::string render();

}  // namespace lexi::metrics
