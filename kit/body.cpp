#include "kit/body.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <regex>

#include "kit/utf8.hpp"

namespace lexi::http {
namespace {

using nlohmann::json;
using Fields = std::map<std::string, std::string>;

constexpr int kMaxDepth = 32;
constexpr std::size_t kMostJsonBytes = std::size_t{1} << 20;

// A path as a person writes it: items[2].word.
std::string member(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + "." + name;
}

// One walk of a value along its schema: the keywords that glaze emits, and `anyOf` of `required`.
class Walk {
public:
    Walk(const json& root, Fields& fields) : root_(root), fields_(fields) {}

    bool changed() const { return changed_; }

    void check(const json& schema, json& value, const std::string& path) {
        if (schema.contains("anyOf") && is_together(schema["anyOf"].at(0))) {
            check_together(schema["anyOf"], value, path);
        } else if (schema.contains("anyOf")) {
            if (value.is_null() && allows_null(schema["anyOf"])) return;
            for (const auto& branch : schema["anyOf"]) {
                if (branch.value("type", json{}) != "null") check(branch, value, path);
            }
        }
        if (schema.contains("$ref")) check(resolve(schema["$ref"]), value, path);
        if (fields_.contains(path)) return;
        if (schema.contains("type") && !check_type(schema["type"], value, path)) return;
        if (value.is_string()) check_string(schema, value.get_ref<const std::string&>(), path);
        if (value.is_number()) check_number(schema, value, path);
        if (value.is_array()) check_array(schema, value, path);
        if (value.is_object()) check_object(schema, value, path);
    }

private:
    void wrong(const std::string& path, std::string what) {
        fields_.emplace(path.empty() ? "body" : path, std::move(what));
    }

    const json& resolve(const std::string& ref) const {
        return root_.at("$defs").at(ref.substr(std::string_view("#/$defs/").size()));
    }

    static bool allows_null(const json& branches) {
        return std::ranges::any_of(branches,
                                   [](const json& b) { return b.value("type", json{}) == "null"; });
    }

    // An optional object has `required` in its branch too, but says that it is one.
    static bool is_together(const json& branch) {
        return branch.contains("required") && !branch.contains("type");
    }

    // Members of which some must come together: {email, password} or {username, password}.
    void check_together(const json& branches, const json& value, const std::string& path) {
        if (!value.is_object()) return;
        std::string names;
        for (const auto& branch : branches) {
            const auto& required = branch["required"];
            if (std::ranges::all_of(required, [&](const json& name) {
                    return value.contains(name.get<std::string>()) &&
                           !value[name.get<std::string>()].is_null();
                })) {
                return;
            }
            std::string together;
            for (const auto& name : required) {
                together += (together.empty() ? "" : " with ") + name.get<std::string>();
            }
            names += (names.empty() ? "" : ", or ") + together;
        }
        const auto first = branches[0]["required"][0].get<std::string>();
        wrong(member(path, first), "is required (" + names + ")");
    }

    // JSON Schema counts 3.0 as an integer; glaze reads only 3.
    bool is_whole(json& value) {
        if (value.is_number_integer()) return true;
        if (!value.is_number_float()) return false;
        const auto real = value.get<double>();
        if (real != std::trunc(real) || std::abs(real) > 9e15) return false;
        value = static_cast<std::int64_t>(real);
        changed_ = true;
        return true;
    }

    bool is_type(const std::string& name, json& value) {
        if (name == "null") return value.is_null();
        if (name == "string") return value.is_string();
        if (name == "boolean") return value.is_boolean();
        if (name == "integer") return is_whole(value);
        if (name == "number") return value.is_number();
        if (name == "array") return value.is_array();
        return name == "object" && value.is_object();
    }

    bool check_type(const json& type, json& value, const std::string& path) {
        if (type.is_string()) {
            if (is_type(type, value)) return true;
            wrong(path, value.is_null() ? "must not be null"
                                        : "must be " + article(type.get<std::string>()));
            return false;
        }
        std::string expected;
        for (const auto& name : type) {
            if (is_type(name, value)) return true;
            if (name != "null") expected = name;
        }
        wrong(path, "must be " + article(expected));
        return false;
    }

    static std::string article(const std::string& noun) {
        return (std::string_view("aeiou").contains(noun.front()) ? "an " : "a ") + noun;
    }

    void check_string(const json& schema, const std::string& text, const std::string& path) {
        if (text.contains('\0')) return wrong(path, "must not contain the character U+0000");
        const auto size = utf8::length(text);
        if (schema.contains("minLength") && size < schema["minLength"].get<std::size_t>()) {
            return wrong(path, schema["minLength"] == 1
                                   ? std::string("must not be empty")
                                   : std::format("must have at least {} characters",
                                                 schema["minLength"].get<std::size_t>()));
        }
        if (schema.contains("maxLength") && size > schema["maxLength"].get<std::size_t>()) {
            return wrong(path, std::format("must have at most {} characters",
                                           schema["maxLength"].get<std::size_t>()));
        }
        if (schema.contains("oneOf")) check_enum(schema["oneOf"], text, path);
        if (schema.contains("enum") &&
            std::ranges::find(schema["enum"], json(text)) == schema["enum"].end()) {
            wrong(path, schema["enum"].size() > 20 ? schema.value("description", "is not known")
                                                   : "must be one of " + schema["enum"].dump());
        }
        if (schema.contains("pattern") &&
            !std::regex_search(text, pattern(schema["pattern"].get<std::string>()))) {
            wrong(path, "does not have the expected form");
        }
        if (schema.contains("format")) check_format(schema["format"], text, path);
    }

    void check_enum(const json& options, const std::string& text, const std::string& path) {
        std::string names;
        for (const auto& option : options) {
            if (option.value("const", json{}) == text) return;
            names += (names.empty() ? "" : ", ") + option.value("const", std::string());
        }
        wrong(path, "must be one of: " + names);
    }

    static const std::regex& pattern(const std::string& text) {
        static thread_local std::map<std::string, std::regex> known;
        const auto found = known.find(text);
        if (found != known.end()) return found->second;
        return known.emplace(text, std::regex(text, std::regex::ECMAScript)).first->second;
    }

    void check_format(const std::string& format, const std::string& text, const std::string& path) {
        static const std::regex email(
            R"([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+)");
        static const std::regex uri(R"([A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+)");
        if (format == "email" && !std::regex_match(text, email)) {
            wrong(path, "must be an e-mail address");
        } else if (format == "uuid" && !Uuid::parse(text)) {
            wrong(path, "must be a UUID");
        } else if (format == "date-time" && !parse_rfc3339(text)) {
            wrong(path, "must be a time such as 2026-11-24T10:00:00Z");
        } else if (format == "uri" && (text.size() > 2048 || !std::regex_match(text, uri))) {
            wrong(path, "must be a URL");
        }
    }

    void check_number(const json& schema, const json& value, const std::string& path) {
        if (schema.contains("minimum") && value < schema["minimum"]) {
            wrong(path, "must be at least " + schema["minimum"].dump());
        } else if (schema.contains("maximum") && value > schema["maximum"]) {
            wrong(path, "must be at most " + schema["maximum"].dump());
        }
    }

    void check_array(const json& schema, json& value, const std::string& path) {
        if (schema.contains("minItems") && value.size() < schema["minItems"].get<std::size_t>()) {
            return wrong(path, "must have at least " + schema["minItems"].dump() + " items");
        }
        if (schema.contains("maxItems") && value.size() > schema["maxItems"].get<std::size_t>()) {
            return wrong(path, "must have at most " + schema["maxItems"].dump() + " items");
        }
        if (!schema.contains("items") || !schema["items"].is_object()) return;
        for (std::size_t i = 0; i < value.size(); ++i) {
            check(schema["items"], value[i], std::format("{}[{}]", path, i));
        }
    }

    void check_object(const json& schema, json& value, const std::string& path) {
        for (const auto& name : schema.value("required", json::array())) {
            if (!value.contains(name.get<std::string>())) {
                wrong(member(path, name), "is required");
            }
        }
        const auto none = json::object();
        const auto& known = schema.contains("properties") ? schema["properties"] : none;
        const bool closed = schema.contains("additionalProperties");
        for (auto& [name, item] : value.items()) {
            if (known.contains(name)) {
                check(known[name], item, member(path, name));
            } else if (closed && schema["additionalProperties"].is_object()) {
                check(schema["additionalProperties"], item, member(path, name));
            } else if (closed && schema["additionalProperties"] == false) {
                wrong(member(path, name), "is not a known field");
            }
        }
    }

    const json& root_;
    Fields& fields_;
    bool changed_ = false;
};

// Refuses nesting deeper than any body of ours, before recursion can run out of stack.
bool too_deep(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxDepth) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

void mark_together(json& schema) {
    if (!schema.contains("anyOf")) return;
    for (auto& branch : schema["anyOf"]) {
        for (const auto& name : branch.value("required", json::array())) {
            branch["properties"][name.get<std::string>()] = {{"not", {{"type", "null"}}}};
        }
    }
}

Result<std::optional<std::string>> check_body(std::string_view text, const json& schema) {
    if (!utf8::valid(text)) return fail(Fault::malformed, "The body is not valid UTF-8.");
    if (too_deep(text)) return fail(Fault::malformed, "The body is nested too deeply.");
    auto value = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (value.is_discarded()) return fail(Fault::malformed, "The body is not valid JSON.");
    Problem problem{.fault = Fault::invalid, .say = "", .fields = {}};
    Walk walk(schema, problem.fields);
    walk.check(schema, value, "");
    if (problem.fields.empty()) {
        if (walk.changed()) return value.dump();
        return std::nullopt;
    }
    const auto& [name, what] = *problem.fields.begin();
    problem.say = problem.fields.size() == 1
                      ? std::format("The request cannot be accepted: {} {}.", name, what)
                      : std::format("The request has {} fields that cannot be accepted.",
                                    problem.fields.size());
    return std::unexpected(std::move(problem));
}

Result<std::string_view> json_body(const Request& request) {
    const auto body = request.raw->body();
    // A server that takes larger files does not take larger JSON.
    if (body.size() > kMostJsonBytes) return fail(Fault::too_large, "The body is too large.");
    auto type = request.header("content-type");
    std::ranges::transform(type, type.begin(), [](unsigned char c) { return std::tolower(c); });
    if (auto semicolon = type.find(';'); semicolon != std::string::npos) type.resize(semicolon);
    while (type.ends_with(' ')) type.pop_back();
    if (!body.empty() && type != "application/json") {
        return fail(Fault::unsupported_media, "The body must be application/json.");
    }
    return body;
}

Result<std::string> query_json(const Request& request, const json& schema) {
    json value = json::object();
    for (const auto& [name, text] : request.raw->parameters()) {
        if (!utf8::valid(name) || !utf8::valid(text)) {
            return fail(Fault::malformed, "The query is not valid UTF-8.");
        }
        json typed = text;
        const auto number = json::parse(text, nullptr, false);
        const auto shape =
            schema["properties"].contains(name) ? schema["properties"][name].dump() : std::string();
        const bool wants_text = shape.contains("\"string\"");
        if (!wants_text && (number.is_number() || number.is_boolean())) typed = number;
        value[name] = typed;
    }
    return value.dump();
}

}  // namespace lexi::http
