#pragma once
// Parse, don't validate: bytes become a type that cannot be wrong, or a Problem that names every
// field that is. The JSON Schema that glaze derives from the struct is both what the OpenAPI
// document shows and what is checked here, so that the two cannot disagree. A struct's limits stand
// in its glz::json_schema<T> specialisation.
#include <glaze/glaze.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "kit/http.hpp"
#include "kit/result.hpp"

namespace lexi::http {

/// What a struct cannot say of itself: a JSON Schema merged over T's own (RFC 7396), as JSON text.
/// A specialisation has `static std::string json()`; "which members together" is an `anyOf` of
/// branches that only have `required`.
template <class T>
struct SchemaExtra {};

/// Says in each `anyOf` branch that its required members must not be null either.
void mark_together(nlohmann::json& schema);

/// The JSON Schema of T: `optional` members may be absent, others are required, unknown keys
/// refused.
template <class T>
const nlohmann::json& schema_of() {
    static const nlohmann::json schema = [] {
        constexpr glz::opts strict{.error_on_missing_keys = true};
        auto made = nlohmann::json::parse(glz::write_json_schema<T, strict>().value());
        if constexpr (requires { SchemaExtra<T>::json(); }) {
            made.merge_patch(nlohmann::json::parse(SchemaExtra<T>::json()));
            mark_together(made);
        }
        return made;
    }();
    return schema;
}

/// JSON text checked for form (malformed) and against `schema` (invalid, every field named). Gives
/// the text to read in its place where a whole number was written as 3.0, which JSON Schema allows
/// and glaze does not; else nothing.
Result<std::optional<std::string>> check_body(std::string_view text, const nlohmann::json& schema);

/// `text` need not be NUL-terminated: Drogon's bodies are views, sometimes of a mapped file.
template <class T>
Result<T> parse_body(std::string_view text) {
    if (text.empty()) text = "{}";
    const auto checked = check_body(text, schema_of<T>());
    if (!checked) return std::unexpected(checked.error());
    if (*checked) text = **checked;
    constexpr glz::opts strict{.null_terminated = false, .error_on_missing_keys = true};
    T body{};
    if (const auto wrong = glz::read<strict>(body, text)) {
        return fail(Fault::invalid, "The body does not have the expected form.");
    }
    return body;
}

/// The body of a request as T; also checks Content-Type (unsupported_media).
Result<std::string_view> json_body(const Request& request);

template <class T>
Result<T> read_body(const Request& request) {
    const auto text = json_body(request);
    if (!text) return std::unexpected(text.error());
    return parse_body<T>(*text);
}

/// Query parameters as JSON text typed by `schema`: numbers and booleans lose their quotes.
Result<std::string> query_json(const Request& request, const nlohmann::json& schema);

template <class T>
Result<T> read_query(const Request& request) {
    const auto text = query_json(request, schema_of<T>());
    if (!text) return std::unexpected(text.error());
    return parse_body<T>(*text);
}

struct WriteOptions : glz::opts {
    bool escape_control_characters = true;  // else they go out raw, and no client can read them
};

template <class T>
std::string write_json(const T& value) {
    return glz::write<WriteOptions{}>(value).value_or("null");
}

}  // namespace lexi::http
