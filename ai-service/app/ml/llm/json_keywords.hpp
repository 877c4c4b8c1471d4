#pragma once
// What the keywords of a JSON Schema mean by themselves: for the compiler only.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace lexi::ml {

using SchemaJson = nlohmann::ordered_json;  // members keep their order

/// Thrown within the compiler, which alone catches it: a schema is walked many calls deep.
struct Refused {
    std::string why;
};
[[noreturn]] void refuse(std::string why);

/// Refuses keywords that limit a value and are not understood.
void check_keywords(const SchemaJson& schema);
/// `target` with the limits that stand beside the `reference` to it; nothing where there are none.
std::optional<SchemaJson> narrower(const SchemaJson& target, const SchemaJson& reference);

}  // namespace lexi::ml
