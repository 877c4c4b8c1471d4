#include "ml/llm/json_keywords.hpp"

#include <algorithm>
#include <set>

namespace lexi::ml {
namespace {

using Names = std::set<std::string, std::less<>>;

// They limit nothing.
const Names& annotations() {
    static const Names names{"title",  "description", "default",    "examples", "$schema",  "$id",
                             "format", "$comment",    "deprecated", "readOnly", "writeOnly"};
    return names;
}

}  // namespace

void refuse(std::string why) { throw Refused{std::move(why)}; }

void check_keywords(const SchemaJson& schema) {
    static const Names known{"type",      "properties", "required", "additionalProperties",
                             "items",     "minItems",   "maxItems", "minLength",
                             "maxLength", "minimum",    "maximum",  "enum",
                             "const",     "anyOf",      "oneOf",    "$ref",
                             "$defs",     "definitions"};
    for (const auto& [name, value] : schema.items()) {
        if (known.contains(name) || annotations().contains(name)) continue;
        refuse("uses '" + name + "', which cannot be kept to");
    }
}

std::optional<SchemaJson> narrower(const SchemaJson& target, const SchemaJson& reference) {
    std::optional<SchemaJson> made;
    for (const auto& [name, value] : reference.items()) {
        if (name == "$ref" || annotations().contains(name) || name == "$defs" ||
            name == "definitions")
            continue;
        if (!target.is_object()) refuse("has a part that is no schema");
        if (!made) made = target;
        if (!made->contains(name)) {
            (*made)[name] = value;
        } else if (name.starts_with("min")) {
            (*made)[name] = std::max((*made)[name], value);
        } else if (name.starts_with("max")) {
            (*made)[name] = std::min((*made)[name], value);
        } else if ((*made)[name] != value) {
            refuse("has '" + name + "' beside a reference that has its own");
        }
    }
    return made;
}

}  // namespace lexi::ml
