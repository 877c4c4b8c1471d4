#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lexi::health {

struct Dependency {
    std::string name;
    bool ready = false;
    std::optional<std::string> reason;
};

struct HealthView {
    std::string status;  // ok, or degraded where something is not ready
    std::vector<Dependency> dependencies;
};

struct EngineView {
    std::string kind;   // llm, stt, tts, aligner
    std::string name;   // of the model file
    std::string state;  // loading, ready, failed
    std::optional<std::string> reason;
    std::uint64_t memory_bytes = 0;
    std::map<std::string, std::uint64_t> counters;
};

struct ModelsView {
    std::vector<EngineView> engines;
};

}  // namespace lexi::health
