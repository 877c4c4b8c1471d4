#include "kit/inlined.hpp"

#include <string>
#include <string_view>

namespace lexi::http {

using nlohmann::json;

nlohmann::json inlined(nlohmann::json schema) {
    const json defs = schema.value("$defs", json::object());
    schema.erase("$defs");
    schema.erase("title");
    const auto resolve = [&defs](auto& self, json& node) -> void {
        if (node.is_object() && node.contains("$ref")) {
            node = defs.at(
                node["$ref"].get<std::string>().substr(std::string_view("#/$defs/").size()));
        }
        if (node.is_structured()) {
            for (auto& child : node) self(self, child);
        }
    };
    resolve(resolve, schema);
    return schema;
}

}  // namespace lexi::http
