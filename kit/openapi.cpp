// The OpenAPI 3.1 document, from the same schemas that requests are checked against.
#include <algorithm>
#include <set>

#include "kit/router.hpp"

namespace lexi::http {
namespace {

using nlohmann::json;

// "lexi::vocabulary::AddWord" -> "vocabulary.AddWord"; component names allow [A-Za-z0-9._-].
std::string component_name(std::string name) {
    constexpr std::string_view kVector = "std::vector<";
    if (name.starts_with(kVector) && name.ends_with('>')) {
        return component_name(name.substr(kVector.size(), name.size() - kVector.size() - 1)) +
               "List";
    }
    if (name.starts_with("lexi::")) name.erase(0, 6);
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c == ':' && i + 1 < name.size() && name[i + 1] == ':') {
            out += '.';
            ++i;
        } else {
            out +=
                std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' ? c : '_';
        }
    }
    return out;
}

class Document {
public:
    explicit Document(const Router& router) : router_(router) {}

    json build() {
        json paths = json::object();
        for (const auto& endpoint : router_.endpoints()) {
            auto verb = std::string(to_text(endpoint->method));
            std::ranges::transform(verb, verb.begin(),
                                   [](unsigned char c) { return std::tolower(c); });
            paths[endpoint->pattern][verb] = operation(*endpoint);
        }
        add_common_schemas();
        return {
            {"openapi", "3.1.0"},
            {"info", {{"title", router_.title()}, {"version", router_.version()}}},
            {"paths", paths},
            {"components",
             {{"schemas", schemas_},
              {"securitySchemes",
               {{"bearer", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}}}}}},
        };
    }

private:
    // glaze names types; OpenAPI keeps them in components and refers to them there.
    json hoist(json schema) {
        if (schema.contains("$defs")) {
            for (auto& [name, def] : schema["$defs"].items()) {
                const auto key = component_name(name);
                if (!schemas_.contains(key)) {
                    schemas_[key] = nullptr;  // taken, in case it refers to itself
                    schemas_[key] = hoist(def);
                }
            }
            schema.erase("$defs");
        }
        rewrite_refs(schema);
        return schema;
    }

    static void rewrite_refs(json& node) {
        if (node.is_array()) {
            for (auto& item : node) rewrite_refs(item);
        }
        if (!node.is_object()) return;
        for (auto& [key, value] : node.items()) {
            if (key == "$ref" && value.is_string()) {
                const auto ref = value.get<std::string>();
                const auto at = ref.find("#/$defs/");
                if (at == 0) value = "#/components/schemas/" + component_name(ref.substr(8));
            } else {
                rewrite_refs(value);
            }
        }
    }

    json component(const json& schema) {
        const auto key = component_name(schema.value("title", std::string("Body")));
        if (!schemas_.contains(key)) {
            schemas_[key] = nullptr;
            auto made = hoist(schema);
            made.erase("title");
            schemas_[key] = made;
        }
        return {{"$ref", "#/components/schemas/" + key}};
    }

    json operation(const Endpoint& endpoint) {
        const auto& op = endpoint.op;
        json out{{"summary", op.summary},
                 {"operationId", operation_id(endpoint)},
                 {"tags", json::array({op.tag})},
                 {"parameters", parameters(endpoint)},
                 {"responses", responses(endpoint)}};
        if (!op.description.empty()) out["description"] = op.description;
        out["security"] = op.access == Access::anyone ? json::array()
                                                      : json::array({{{"bearer", json::array()}}});
        if (endpoint.body != nullptr) out["requestBody"] = request_body(endpoint);
        if (!endpoint.media.request.is_null()) {
            out["requestBody"] = {{"required", true}, {"content", endpoint.media.request}};
        }
        return out;
    }

    json request_body(const Endpoint& endpoint) {
        json media{{"schema", component(*endpoint.body)}};
        if (!endpoint.op.request_example.empty()) {
            media["example"] = json::parse(endpoint.op.request_example);
        }
        const auto& body = *endpoint.body;
        const bool needed =
            !body.value("required", json::array()).empty() || body.contains("anyOf");
        return {{"required", needed}, {"content", {{"application/json", media}}}};
    }

    static std::string operation_id(const Endpoint& endpoint) {
        auto id = std::string(to_text(endpoint.method));
        std::ranges::transform(id, id.begin(), [](unsigned char c) { return std::tolower(c); });
        for (const auto& segment : endpoint.segments) {
            if (segment == "api" || segment == "v1") continue;
            id += '_';
            for (const char c : segment) {
                if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') id += c;
                if (c == '-' || c == '.') id += '_';
            }
        }
        return id;
    }

    json parameters(const Endpoint& endpoint) {
        json list = json::array();
        for (const auto& segment : endpoint.segments) {
            if (!segment.starts_with('{')) continue;
            const auto name = segment.substr(1, segment.size() - 2);
            json schema{{"type", "string"}};
            if (endpoint.media.response.is_null() || name == "id") schema["minLength"] = 1;
            list.push_back(
                {{"name", name}, {"in", "path"}, {"required", true}, {"schema", schema}});
        }
        if (endpoint.query != nullptr) {
            const auto schema = hoist(*endpoint.query);
            for (const auto& [name, property] : schema["properties"].items()) {
                list.push_back({{"name", name},
                                {"in", "query"},
                                {"required", false},
                                {"schema", without_null(property)}});
            }
        }
        if (endpoint.op.idempotent) {
            list.push_back({{"name", "Idempotency-Key"},
                            {"in", "header"},
                            {"required", false},
                            {"schema",
                             {{"type", "string"},
                              {"minLength", 1},
                              {"maxLength", 128},
                              {"pattern", "^[A-Za-z0-9._:-]+$"}}}});
        }
        return list;
    }

    // A query parameter is there or not; it cannot be null.
    static json without_null(json property) {
        if (property.contains("anyOf")) {
            json kept = json::array();
            for (const auto& branch : property["anyOf"]) {
                if (branch.value("type", json{}) != "null") kept.push_back(branch);
            }
            property.erase("anyOf");
            if (kept.size() == 1 && property.empty()) return kept[0];
            property["allOf"] = kept;
        }
        if (property.contains("type") && property["type"].is_array()) {
            std::erase(property["type"].get_ref<json::array_t&>(), json("null"));
            if (property["type"].size() == 1) property["type"] = json(property["type"][0]);
        }
        return property;
    }

    // Every status that the route can answer, and why.
    static std::map<int, std::string> fault_statuses(const Endpoint& endpoint) {
        std::set<Fault> faults(endpoint.op.faults.begin(), endpoint.op.faults.end());
        faults.insert({Fault::rate_limited, Fault::internal, Fault::unavailable, Fault::malformed});
        if (endpoint.op.access != Access::anyone) {
            // Forbidden: a role that is missing, or a personal token's scope.
            faults.insert({Fault::unauthenticated, Fault::token_invalid, Fault::token_expired,
                           Fault::forbidden});
        }
        const bool body = endpoint.body != nullptr || !endpoint.media.request.is_null();
        if (body) faults.insert({Fault::too_large, Fault::unsupported_media, Fault::invalid});
        if (endpoint.query != nullptr || endpoint.op.idempotent) faults.insert(Fault::invalid);
        if (endpoint.op.idempotent) faults.insert(Fault::conflict);
        if (endpoint.pattern.contains('{')) faults.insert(Fault::not_found);
        std::map<int, std::string> statuses;
        for (const auto fault : faults) {
            // Other APIs than ours know no 422.
            const bool bad = fault == Fault::invalid && endpoint.op.refusal != nullptr;
            auto& text = statuses[status_of(bad ? Fault::malformed : fault)];
            text += (text.empty() ? "" : ", ") + std::string(code_of(fault));
        }
        return statuses;
    }

    json responses(const Endpoint& endpoint) {
        json out = json::object();
        json success{{"description", "Done."}, {"headers", rate_headers()}};
        const auto content = success_content(endpoint);
        if (!content.is_null()) success["content"] = content;
        if (endpoint.op.status == 201) {
            success["headers"]["Location"] = {{"schema", {{"type", "string"}}},
                                              {"description", "Where the new thing is."}};
        }
        out[std::to_string(endpoint.op.status)] = success;
        for (const int status : endpoint.media.other_statuses) {
            json other{{"description", status == 304 ? "Not changed." : "Done."}};
            if (status != 304 && status != 204 && !content.is_null()) other["content"] = content;
            out[std::to_string(status)] = other;
        }
        for (const auto& [status, codes] : fault_statuses(endpoint)) {
            json fault{{"description", codes}, {"content", refusal_content(endpoint)}};
            if (status == 429 || status == 503) {
                fault["headers"]["Retry-After"] = {{"schema", {{"type", "integer"}}},
                                                   {"description", "Seconds to wait."}};
            }
            out[std::to_string(status)] = fault;
        }
        return out;
    }

    json refusal_content(const Endpoint& endpoint) {
        if (endpoint.op.refusal_schema != nullptr) {
            return {
                {endpoint.op.refusal_type, {{"schema", component(*endpoint.op.refusal_schema)}}}};
        }
        return {
            {"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}};
    }

    static json rate_headers() {
        json headers = json::object();
        for (const auto* name :
             {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}) {
            headers[name] = {{"schema", {{"type", "integer"}}}};
        }
        return headers;
    }

    json success_content(const Endpoint& endpoint) {
        json content = endpoint.media.response;
        if (endpoint.data == nullptr) return content;
        if (content.is_null()) content = json::object();
        json schema = component(*endpoint.data);
        if (!endpoint.op.bare) {
            json properties{{"success", {{"const", true}}},
                            {"data", schema},
                            {"meta", {{"$ref", "#/components/schemas/Meta"}}}};
            json required{"success", "data", "meta"};
            if (endpoint.op.paged) {
                properties["pagination"] = {{"$ref", "#/components/schemas/Pagination"}};
                required.push_back("pagination");
            }
            schema = {{"type", "object"}, {"properties", properties}, {"required", required}};
        }
        content["application/json"]["schema"] = schema;
        return content;
    }

    void add_common_schemas() {
        const json text{{"type", "string"}};
        const json integer{{"type", "integer"}};
        schemas_["Meta"] = {
            {"type", "object"},
            {"properties",
             {{"request_id", text}, {"timestamp", {{"type", "string"}, {"format", "date-time"}}}}},
            {"required", {"request_id", "timestamp"}}};
        schemas_["Pagination"] = {{"type", "object"},
                                  {"properties",
                                   {{"page", integer},
                                    {"page_size", integer},
                                    {"total", integer},
                                    {"total_pages", integer}}},
                                  {"required", {"page", "page_size", "total", "total_pages"}}};
        schemas_["Problem"] = {
            {"type", "object"},
            {"properties",
             {{"type", text},
              {"title", text},
              {"status", integer},
              {"detail", text},
              {"error",
               {{"type", "object"},
                {"properties",
                 {{"code", text},
                  {"message", text},
                  {"details",
                   {{"type", "object"},
                    {"properties",
                     {{"fields", {{"type", "object"}, {"additionalProperties", text}}}}}}}}},
                {"required", {"code", "message"}}}},
              {"meta", {{"$ref", "#/components/schemas/Meta"}}}}},
            {"required", {"type", "title", "status", "detail", "error", "meta"}}};
    }

    const Router& router_;
    json schemas_ = json::object();
};

}  // namespace

std::string openapi(const Router& router) { return Document(router).build().dump(); }

}  // namespace lexi::http
