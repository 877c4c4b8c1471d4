#include "kit/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <vector>

namespace lexi::metrics {
namespace {

prometheus::Registry& registry() {
    static prometheus::Registry instance;
    return instance;
}

std::mutex& refresh_mutex() {
    static std::mutex mutex;
    return mutex;
}

std::vector<std::function<void()>>& refreshers() {
    static std::vector<std::function<void()>> list;
    return list;
}

}  // namespace

Counter counter(const std::string& name, const std::string& help,
                const std::map<std::string, std::string>& labels) {
    return Counter(
        prometheus::BuildCounter().Name(name).Help(help).Register(registry()).Add(labels));
}

void Counter::add(double by) const { series_->Increment(by); }

void count(const std::string& name, const std::string& help,
           const std::map<std::string, std::string>& labels, double by) {
    counter(name, help, labels).add(by);
}

Seconds seconds(const std::string& name, const std::string& help,
                const std::map<std::string, std::string>& labels) {
    static const prometheus::Histogram::BucketBoundaries bounds{
        .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};
    return Seconds(prometheus::BuildHistogram()
                       .Name(name)
                       .Help(help)
                       .Register(registry())
                       .Add(labels, bounds));
}

void Seconds::observe(double seconds) const { series_->Observe(seconds); }

void gauge(const std::string& name, const std::string& help,
           const std::map<std::string, std::string>& labels, double value) {
    prometheus::BuildGauge().Name(name).Help(help).Register(registry()).Add(labels).Set(value);
}

void on_render(std::function<void()> refresh) {
    const std::lock_guard lock(refresh_mutex());
    refreshers().push_back(std::move(refresh));
}

std::string render() {
    const std::lock_guard lock(refresh_mutex());
    for (const auto& refresh : refreshers()) refresh();
    return prometheus::TextSerializer().Serialize(registry().Collect());
}

}  // namespace lexi::metrics
