#include "openai/document.hpp"

#include <algorithm>

namespace lexi::openai {
namespace {

using nlohmann::json;

// A null stands for a field that is not there, as OpenAI's clients send it.
void let_be_null(json& schema) {
    if (!schema.contains("properties")) return;
    const auto required = schema.value("required", json::array());
    for (auto& [name, property] : schema["properties"].items()) {
        let_be_null(property);
        if (std::ranges::contains(required, json(name))) continue;
        property = {{"anyOf", json::array({property, {{"type", "null"}}})}};
    }
}

json content(json schema) { return {{"application/json", {{"schema", std::move(schema)}}}}; }

}  // namespace

const json& error_schema() {
    static const json schema = json::parse(R"({
        "title": "openai.Error", "type": "object", "required": ["error"],
        "properties": {"error": {"type": "object", "required": ["message", "type", "param", "code"],
            "properties": {"message": {"type": "string"}, "type": {"type": "string"},
                "param": {"type": ["string", "null"]}, "code": {"type": "string"}}}}})");
    return schema;
}

json completion_body() {
    auto body = content(json::parse(R"({
        "type": "object", "required": ["messages"], "additionalProperties": false, "properties": {
            "model": {"type": "string", "description": "absent: the tutor's own"},
            "messages": {"type": "array", "minItems": 1, "maxItems": 1000, "items": {
                "type": "object", "required": ["role", "content"], "properties": {
                    "role": {"enum": ["system", "developer", "user", "assistant"]},
                    "content": {"anyOf": [{"type": "string"}, {"type": "array", "items": {
                        "type": "object", "required": ["type", "text"], "properties": {
                            "type": {"const": "text"}, "text": {"type": "string"}}}}]}}}},
            "stream": {"type": "boolean"},
            "stream_options": {"type": "object", "properties": {"include_usage": {"type": "boolean"}}},
            "max_tokens": {"type": "integer", "minimum": 1},
            "max_completion_tokens": {"type": "integer", "minimum": 1},
            "temperature": {"type": "number", "minimum": 0, "maximum": 2},
            "top_p": {"type": "number", "minimum": 0, "maximum": 1},
            "seed": {"type": "integer"},
            "stop": {"anyOf": [{"type": "string"},
                               {"type": "array", "maxItems": 4, "items": {"type": "string"}}]},
            "response_format": {"type": "object", "required": ["type"], "properties": {
                "type": {"enum": ["text", "json_object", "json_schema"]},
                "json_schema": {"type": "object", "required": ["schema"],
                                "properties": {"schema": {"type": "object"}}}}},
            "logprobs": {"type": "boolean"},
            "top_logprobs": {"type": "integer", "minimum": 0, "maximum": 20},
            "n": {"const": 1}, "user": {"type": "string"}}})"));
    let_be_null(body["application/json"]["schema"]);
    body["application/json"]["example"] = {
        {"messages",
         {{{"role", "user"}, {"content", "Hello! What does 'rain cats and dogs' mean?"}}}},
        {"max_tokens", 64}};
    return body;
}

json completion_reply() {
    auto reply = content(json::parse(R"({
        "type": "object", "required": ["id", "object", "created", "model", "choices", "usage"],
        "properties": {
            "id": {"type": "string"}, "object": {"const": "chat.completion"},
            "created": {"type": "integer"}, "model": {"type": "string"},
            "choices": {"type": "array", "items": {"type": "object",
                "required": ["index", "message", "logprobs", "finish_reason"], "properties": {
                    "index": {"const": 0},
                    "message": {"type": "object", "required": ["role", "content"], "properties": {
                        "role": {"const": "assistant"}, "content": {"type": "string"},
                        "refusal": {"type": "null"}}},
                    "logprobs": {"type": ["object", "null"]},
                    "finish_reason": {"enum": ["stop", "length"]}}}},
            "usage": {"type": "object", "properties": {
                "prompt_tokens": {"type": "integer"}, "completion_tokens": {"type": "integer"},
                "total_tokens": {"type": "integer"}, "prompt_tokens_details": {"type": "object",
                    "properties": {"cached_tokens": {"type": "integer"}}}}}}})"));
    // The schema is each event's.
    reply["text/event-stream"] = {
        {"schema", {{"type", "object"}, {"properties", {{"data", {{"type", "string"}}}}}}}};
    return reply;
}

json model_list_reply() {
    return content(json::parse(R"({
        "type": "object", "required": ["object", "data"], "properties": {"object": {"const": "list"},
            "data": {"type": "array", "items": {"type": "object",
                "required": ["id", "object", "created", "owned_by"], "properties": {
                    "id": {"type": "string"}, "object": {"const": "model"},
                    "created": {"type": "integer"}, "owned_by": {"type": "string"}}}}}})"));
}

json transcription_form() {
    return {{"multipart/form-data", {{"schema", json::parse(R"({
        "type": "object", "required": ["file"], "additionalProperties": false, "properties": {
            "file": {"type": "string", "format": "binary"},
            "model": {"type": "string"}, "language": {"type": "string"},
            "response_format": {"enum": ["json", "text", "srt", "verbose_json", "vtt"]},
            "temperature": {"type": "number", "minimum": 0, "maximum": 1},
            "timestamp_granularities[]": {"enum": ["word", "segment"]},
            "stream": {"enum": ["false"]}, "prompt": {"const": ""}}})")}}}};
}

json transcription_reply() {
    auto reply = content(json::parse(R"({
        "type": "object", "required": ["text"], "properties": {
            "text": {"type": "string"}, "task": {"const": "transcribe"},
            "language": {"type": "string"}, "duration": {"type": "number"},
            "segments": {"type": "array", "items": {"type": "object"}},
            "words": {"type": "array", "items": {"type": "object"}}}})"));
    for (const auto* type : {"text/plain", "application/x-subrip", "text/vtt"}) {
        reply[type] = {{"schema", {{"type", "string"}}}};
    }
    return reply;
}

json speech_reply() {
    json reply = json::object();
    for (const auto* type : {"audio/mpeg", "audio/ogg", "audio/flac", "audio/wav"}) {
        reply[type] = {{"schema", {{"type", "string"}, {"format", "binary"}}}};
    }
    return reply;
}

}  // namespace lexi::openai
