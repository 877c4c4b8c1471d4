#pragma once
// What every engine of the AI service has in common: it knows no HTTP and no database, loads its
// model in the background, says how it is, and answers Fault::model_loading until it is ready and
// Fault::unavailable while its model cannot be loaded. A model that is put right later is picked up
// without a restart.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "kit/result.hpp"

namespace lexi::ml {

enum class EngineState : std::uint8_t { loading, ready, failed };

/// "loading", "ready" or "failed".
std::string_view to_text(EngineState state);

/// For GET /models/status. `name` is the model's file name, never its path.
struct EngineStatus {
    std::string kind;  // llm, stt, tts, aligner, embeddings
    std::string name;
    std::string state;               // to_text(EngineState)
    std::string reason;              // why it failed; empty otherwise
    std::uint64_t memory_bytes = 0;  // weights and buffers, as the runtime tells or by file size
    std::map<std::string, std::uint64_t> counters;
};

/// Safe from any thread; does not block.
class Engine {
public:
    virtual ~Engine() = default;
    virtual EngineStatus status() const = 0;
    /// Stops background loading and refuses further work; running calls end soon. Idempotent.
    virtual void stop() {}
};

/// The refusal for a state that is not ready (model_loading or unavailable, with retry_after_s).
Problem not_ready(EngineState state, std::string_view what);

}  // namespace lexi::ml
