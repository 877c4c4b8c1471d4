#include "ml/llm/json_schema.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "ml/llm/json_keywords.hpp"

namespace lexi::ml {
namespace {

using Json = SchemaJson;
using Kind = SchemaNode::Kind;

constexpr std::size_t kMostBytes = std::size_t{64} << 10;
constexpr int kMostDepth = 32;

std::uint64_t count(const Json& schema, const char* name, std::uint64_t otherwise) {
    if (!schema.contains(name)) return otherwise;
    if (!schema[name].is_number_unsigned()) refuse(std::string(name) + " must be a count");
    return schema[name].get<std::uint64_t>();
}

}  // namespace

class SchemaCompiler {
public:
    explicit SchemaCompiler(const Json& schema) : whole_(schema) {}

    std::shared_ptr<const JsonSchema> compile() {
        made_->root_ = node(whole_, 0);
        find_shortest(made_->nodes_);
        if (made_->root_->shortest.empty()) refuse("allows no value that ends");
        return made_;
    }

private:
    const SchemaNode* node(const Json& schema, int depth) {
        if (depth > kMostDepth) refuse("is nested too deeply");
        if (schema.is_boolean() && schema.get<bool>()) return anything();
        if (!schema.is_object()) refuse("has a part that is no schema");
        check_keywords(schema);
        if (schema.contains("$ref")) return referred(schema, depth);
        if (schema.contains("const")) return literals({schema["const"].dump()});
        if (schema.contains("enum")) return choices(schema["enum"], nullptr);
        if (schema.contains("oneOf")) return choices(schema["oneOf"], "const");
        if (schema.contains("anyOf")) return any_of(schema["anyOf"], depth);
        if (!schema.contains("type")) {
            if (schema.contains("properties")) return object(schema, depth);
            return anything();
        }
        const auto& type = schema["type"];
        if (type.is_string()) return typed(schema, type.get<std::string>(), depth);
        if (!type.is_array() || type.empty()) refuse("has a type that is no name");
        auto& made = add(Kind::any_of);
        for (const auto& name : type) {
            if (!name.is_string()) refuse("has a type that is no name");
            made.parts.push_back(typed(schema, name.get<std::string>(), depth));
        }
        return made.parts.size() == 1 ? made.parts[0] : &made;
    }

    const SchemaNode* typed(const Json& schema, const std::string& type, int depth) {
        if (type == "null") return literals({"null"});
        if (type == "boolean") return literals({"true", "false"});
        if (type == "integer" || type == "number") return number(schema, type == "integer");
        if (type == "array") return array(schema, depth);
        if (type == "object") return object(schema, depth);
        if (type != "string") refuse("has the unknown type '" + type + "'");
        auto& made = add(Kind::string);
        made.least = count(schema, "minLength", 0);
        made.most = count(schema, "maxLength", SchemaNode::kNoLimit);
        check_limits(made, "maxLength is less than minLength");
        return &made;
    }

    // More would fill the shortest text with nothing.
    static void check_limits(const SchemaNode& made, const char* why) {
        if (made.least > made.most) refuse(why);
        if (made.least > 1000) refuse("asks for more than 1000 letters or items at least");
    }

    const SchemaNode* number(const Json& schema, bool whole) {
        auto& made = add(Kind::number);
        made.whole = whole;
        const auto limit = whole ? 999'999'999'999'999.0 : 999'999'999'999.0;
        const auto bound = [&](const char* name, double otherwise) {
            if (!schema.contains(name)) return otherwise;
            if (!schema[name].is_number()) refuse(std::string(name) + " must be a number");
            return std::clamp(schema[name].get<double>(), -limit, limit);
        };
        const auto scale = static_cast<double>(made.scale());
        made.low = static_cast<std::int64_t>(std::ceil(bound("minimum", -limit) * scale));
        made.high = static_cast<std::int64_t>(std::floor(bound("maximum", limit) * scale));
        if (number_rest(made, "").empty()) refuse("minimum and maximum leave no number");
        return &made;
    }

    const SchemaNode* array(const Json& schema, int depth) {
        auto& made = add(Kind::list);
        made.least = count(schema, "minItems", 0);
        made.most = count(schema, "maxItems", SchemaNode::kNoLimit);
        check_limits(made, "maxItems is less than minItems");
        made.parts = {schema.contains("items") ? node(schema["items"], depth + 1) : anything()};
        return &made;
    }

    const SchemaNode* object(const Json& schema, int depth) {
        if (!schema.contains("properties")) {
            const auto& others = schema.value("additionalProperties", Json(true));
            if (schema.contains("required")) refuse("requires members that it does not describe");
            if (others == false) return literals({"{}"});
            return map_of(node(others, depth + 1));
        }
        auto& made = add(Kind::object);
        const auto& required = schema.value("required", Json::array());
        std::set<std::string> needed;
        for (const auto& name : required) {
            if (!name.is_string() || !schema["properties"].contains(name.get<std::string>())) {
                refuse("requires members that it does not describe");
            }
            needed.insert(name.get<std::string>());
        }
        for (const auto& [name, value] : schema["properties"].items()) {
            made.members.push_back({.opening = Json(name).dump() + ": ",
                                    .value = node(value, depth + 1),
                                    .required = needed.contains(name)});
        }
        return &made;
    }

    const SchemaNode* map_of(const SchemaNode* value) {
        auto& pair = add(Kind::pair);
        auto& key = add(Kind::string);
        key.least = 1;
        pair.parts = {&key, value};
        auto& made = add(Kind::list);
        made.open = '{';
        made.close = '}';
        made.parts = {&pair};
        return &made;
    }

    const SchemaNode* anything() {
        if (anything_ != nullptr) return anything_;
        auto& made = add(Kind::any_of);
        anything_ = &made;
        auto& list = add(Kind::list);
        list.parts = {anything_};
        made.parts = {map_of(anything_), &list, &add(Kind::string), number(Json::object(), false),
                      literals({"true", "false", "null"})};
        return anything_;
    }

    const SchemaNode* literals(std::vector<std::string> texts) {
        auto& made = add(Kind::literal);
        made.literals = std::move(texts);
        return &made;
    }

    const SchemaNode* choices(const Json& list, const char* member) {
        if (!list.is_array() || list.empty()) refuse("has an empty choice");
        std::vector<std::string> texts;
        for (const auto& item : list) {
            if (member != nullptr && (!item.is_object() || !item.contains(member))) {
                refuse("uses 'oneOf' of more than constants, which cannot be kept to");
            }
            texts.push_back((member == nullptr ? item : item[member]).dump());
        }
        return literals(std::move(texts));
    }

    const SchemaNode* any_of(const Json& branches, int depth) {
        if (!branches.is_array() || branches.empty()) refuse("has an empty choice");
        auto& made = add(Kind::any_of);
        for (const auto& branch : branches) made.parts.push_back(node(branch, depth + 1));
        return &made;
    }

    const SchemaNode* referred(const Json& schema, int depth) {
        const auto& ref = schema["$ref"];
        const auto name = ref.is_string() ? ref.get<std::string>() : std::string();
        const auto& target = target_of(name);
        // glaze gives a member's limits beside a reference to its type.
        if (auto narrowed = narrower(target, schema)) return node(*narrowed, depth + 1);
        if (const auto known = named_.find(name); known != named_.end()) return known->second;
        // Taken, in case it refers to itself; what it stands for is known only then.
        auto& stand_in = add(Kind::any_of);
        named_[name] = &stand_in;
        stand_in.parts = {node(target, depth + 1)};
        return &stand_in;
    }

    const Json& target_of(const std::string& name) const {
        if (name == "#") return whole_;
        for (const std::string_view place : {"$defs", "definitions"}) {
            const auto prefix = "#/" + std::string(place) + "/";
            if (!name.starts_with(prefix) || !whole_.contains(place)) continue;
            const auto& all = whole_[std::string(place)];
            const auto key = name.substr(prefix.size());
            if (all.contains(key)) return all[key];
        }
        refuse("refers to '" + name + "', which it does not define");
    }

    SchemaNode& add(Kind kind) {
        auto& made = made_->nodes_.emplace_back();
        made.kind = kind;
        return made;
    }

    const Json& whole_;
    std::shared_ptr<JsonSchema> made_ = std::make_shared<JsonSchema>();
    std::map<std::string, const SchemaNode*> named_;
    const SchemaNode* anything_ = nullptr;
};

std::expected<std::shared_ptr<const JsonSchema>, std::string> JsonSchema::compile(
    std::string_view schema) {
    if (schema.size() > kMostBytes) return std::unexpected("is larger than 64 KiB");
    const auto json = Json::parse(schema, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded()) return std::unexpected("is not valid JSON");
    try {
        return SchemaCompiler(json).compile();
    } catch (const Refused& refused) {
        return std::unexpected(refused.why);
    } catch (const Json::exception&) {
        return std::unexpected("has a part that is no schema");
    }
}

}  // namespace lexi::ml
