#include "health/routes.hpp"

#include "health/schema.hpp"
#include "kit/metrics.hpp"

namespace lexi::health {
namespace {

using Engines = std::vector<const ml::Engine*>;

Task<Result<ModelsView>> models(Engines engines) {
    ModelsView view;
    for (const auto* engine : engines) {
        auto s = engine->status();
        view.engines.push_back({.kind = std::move(s.kind),
                                .name = std::move(s.name),
                                .state = std::move(s.state),
                                .reason = s.reason.empty() ? std::nullopt : std::optional(s.reason),
                                .memory_bytes = s.memory_bytes,
                                .counters = std::move(s.counters)});
    }
    co_return view;
}

Task<Result<HealthView>> health(Engines engines, core::Mongo* mongo) {
    HealthView view{.status = "ok", .dependencies = {}};
    auto away = co_await offload(mongo->workers(), [mongo] { return mongo->ping(); });
    if (!away) {
        view.dependencies.push_back({"mongodb", false, away.error().say});
    } else {
        view.dependencies.push_back({"mongodb", !*away, *away});
    }
    for (const auto* engine : engines) {
        const auto s = engine->status();
        const bool ready = s.state == "ready";
        view.dependencies.push_back(
            {s.kind, ready,
             ready ? std::nullopt : std::optional(s.reason.empty() ? s.state : s.reason)});
    }
    for (const auto& part : view.dependencies) {
        if (!part.ready) view.status = "degraded";
    }
    co_return view;
}

// Each engine's counters as gauges of /metrics.
void publish(const Engines& engines) {
    for (const auto* engine : engines) {
        const auto s = engine->status();
        metrics::gauge("lexi_engine_ready", "1 where the engine can work.", {{"engine", s.kind}},
                       s.state == "ready" ? 1 : 0);
        for (const auto& [name, value] : s.counters) {
            metrics::gauge("lexi_engine_" + name, "Counter of an engine.", {{"engine", s.kind}},
                           static_cast<double>(value));
        }
    }
}

}  // namespace

void mount_health(http::Router& router, Engines engines, core::Mongo& mongo) {
    router.get<HealthView>("/ai/health",
                           {.summary = "The service's dependencies, by name",
                            .tag = "health",
                            .access = http::Access::anyone},
                           [engines, &mongo](http::Request) { return health(engines, &mongo); });
    router.get<ModelsView>("/ai/models/status",
                           {.summary = "The engines: state, memory, counters",
                            .tag = "health",
                            .access = http::Access::anyone},
                           [engines](http::Request) { return models(engines); });
    metrics::on_render([engines] { publish(engines); });
}

}  // namespace lexi::health
