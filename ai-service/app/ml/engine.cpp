#include "ml/engine.hpp"

namespace lexi::ml {

std::string_view to_text(EngineState state) {
    switch (state) {
        case EngineState::loading:
            return "loading";
        case EngineState::ready:
            return "ready";
        case EngineState::failed:
            return "failed";
    }
    return "failed";
}

Problem not_ready(EngineState state, std::string_view what) {
    if (state == EngineState::loading) {
        return Problem{.fault = Fault::model_loading,
                       .say = std::string(what) + " is still loading. Please try again shortly.",
                       .fields = {},
                       .retry_after_s = 5};
    }
    return Problem{.fault = Fault::unavailable,
                   .say = std::string(what) + " is not available at the moment.",
                   .fields = {},
                   .retry_after_s = 30};
}

}  // namespace lexi::ml
