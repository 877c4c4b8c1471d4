#pragma once
#include <nlohmann/json.hpp>

namespace lexi::http {

/// A derived schema without references, for a place whose references nobody resolves.
nlohmann::json inlined(nlohmann::json schema);

}  // namespace lexi::http
