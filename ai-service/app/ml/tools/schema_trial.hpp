#pragma once
#include <cstdint>

#include "ml/llm/llm.hpp"

namespace lexi::ml::tool {

/// Makes `count` answers under schemas of four structs, half of them with hardly room for the
/// shortest one, and checks each as a request body is checked. Prints the figures; the exit status
/// is 0 only if all are sound.
int try_schemas(Llm& llm, std::uint32_t count);

}  // namespace lexi::ml::tool
