#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "openai/reply.hpp"
#include "openai/request.hpp"

namespace lexi::openai {
namespace {

using nlohmann::json;

constexpr Defaults kDefaults{.max_tokens = 512, .temperature = 0.7F};

json least() { return {{"messages", {{{"role", "user"}, {"content", "Hi"}}}}}; }

Result<Wanted> with(const char* name, const json& value) {
    auto body = least();
    body[name] = value;
    return read_request(body.dump(), kDefaults);
}

std::string wrong_field(const char* name, const json& value) {
    const auto read = with(name, value);
    return read ? "" : read.error().fields.begin()->first;
}

TEST(OpenaiRequest, TheLeastIsAMessage) {
    const auto read = read_request(least().dump(), kDefaults);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->job.messages.at(0).content, "Hi");
    EXPECT_FLOAT_EQ(read->job.temperature, 0.7F);
    EXPECT_EQ(read->job.max_tokens, 0U);
    EXPECT_FALSE(read->stream || read->job.seed);
}

TEST(OpenaiRequest, EverythingThatIsUnderstoodIsTaken) {
    auto body = least();
    body.update(
        json::parse(R"({"model": "m", "stream": true, "stream_options": {"include_usage": true},
        "max_completion_tokens": 9, "temperature": 0, "top_p": 0.5, "seed": 7, "stop": "END",
        "logprobs": true, "top_logprobs": 2, "n": 1, "user": "u", "tools": [], "presence_penalty": 0,
        "response_format": {"type": "json_schema", "json_schema": {"name": "x", "strict": true,
        "schema": {"type": "object", "properties": {"b": {"type": "null"}, "a": {"type": "null"}}}}}})"));
    body["messages"].push_back(
        {{"role", "developer"},
         {"content", {{{"type", "text"}, {"text", "a"}}, {{"type", "text"}, {"text", "b"}}}}});
    const auto read = read_request(body.dump(), kDefaults);
    ASSERT_TRUE(read) << read.error().say;
    EXPECT_TRUE(read->stream && read->include_usage);
    const auto& job = read->job;
    EXPECT_EQ(job.model, "m");
    EXPECT_EQ(job.max_tokens, 9U);
    EXPECT_EQ(job.seed, 7U);
    EXPECT_EQ(job.stop, std::vector<std::string>{"END"});
    EXPECT_EQ(job.top_logprobs, 2U);
    EXPECT_EQ(job.messages.at(1).role, "system");
    EXPECT_EQ(job.messages.at(1).content, "ab");
    EXPECT_NE(job.json_schema.find("properties"), std::string::npos);
}

TEST(OpenaiRequest, ASchemasMembersKeepTheirOrder) {
    const auto* body =
        R"({"messages": [{"role": "user", "content": "x"}], "response_format": {"type":
        "json_schema", "json_schema": {"schema": {"properties": {"z": {}, "a": {}}}}}})";
    const auto schema = read_request(body, kDefaults)->job.json_schema;
    EXPECT_LT(schema.find("\"z\""), schema.find("\"a\""));
}

TEST(OpenaiRequest, WhatCannotBeIsNamed) {
    EXPECT_EQ(wrong_field("temperature", 2.5), "temperature");
    EXPECT_EQ(wrong_field("temperature", "hot"), "temperature");
    EXPECT_EQ(wrong_field("max_tokens", 0), "max_tokens");
    EXPECT_EQ(wrong_field("max_tokens", 513), "max_tokens");
    EXPECT_EQ(wrong_field("max_tokens", 1.5), "max_tokens");
    EXPECT_EQ(wrong_field("n", 2), "n");
    EXPECT_EQ(wrong_field("stop", json::array({"a", "b", "c", "d", "e"})), "stop");
    EXPECT_EQ(wrong_field("stop", 7), "stop");
    EXPECT_EQ(wrong_field("top_logprobs", 2), "top_logprobs");
    EXPECT_EQ(wrong_field("tools", {{{"type", "function"}}}), "tools");
    EXPECT_EQ(wrong_field("logit_bias", {{"50", 1}}), "logit_bias");
    EXPECT_EQ(wrong_field("presence_penalty", 0.5), "presence_penalty");
    EXPECT_EQ(wrong_field("colour", "red"), "colour");
    EXPECT_EQ(wrong_field("response_format", {{"type", "xml"}}), "response_format.type");
    EXPECT_EQ(wrong_field("response_format", {{"type", "json_schema"}}),
              "response_format.json_schema.schema");
    EXPECT_EQ(wrong_field("response_format", {{"type", "json_schema"},
                                              {"json_schema", {{"schema", {{"pattern", "a"}}}}}}),
              "response_format.json_schema.schema");
    EXPECT_EQ(wrong_field("stream_options", {{"include_usage", true}}), "stream_options");
    EXPECT_EQ(wrong_field("messages", json::array()), "messages");
    EXPECT_EQ(wrong_field("messages", {{{"role", "tool"}, {"content", "x"}}}), "messages[0].role");
    EXPECT_EQ(wrong_field("messages", {{{"role", "user"}, {"content", {{{"type", "image_url"}}}}}}),
              "messages[0].content");
    EXPECT_EQ(read_request("{", kDefaults).error().fault, Fault::malformed);
    EXPECT_EQ(read_request("[]", kDefaults).error().fault, Fault::malformed);
    EXPECT_EQ(read_request("{\"a\": \"\xff\"}", kDefaults).error().fault, Fault::malformed);
    EXPECT_EQ(read_request("{}", kDefaults).error().fields.begin()->first, "messages");
}

TEST(OpenaiReply, HasOpenAisForm) {
    ml::LlmOutcome outcome{.text = "phở",
                           .usage = {.prompt_tokens = 5, .completion_tokens = 2},
                           .finish_reason = "stop",
                           .logprobs = {{.chosen = {.bytes = "\xe1", .logprob = -1}, .top = {}}}};
    const auto made =
        json::parse(completion({.id = "x", .created = 1, .model = "m"}, outcome, true));
    EXPECT_EQ(made["object"], "chat.completion");
    EXPECT_EQ(made["choices"][0]["message"]["content"], "phở");
    EXPECT_EQ(made["usage"]["total_tokens"], 7);
    const auto& token = made["choices"][0]["logprobs"]["content"][0];
    EXPECT_EQ(token["bytes"], json::array({0xe1}));
    EXPECT_EQ(token["token"], "\xEF\xBF\xBD") << "half a letter is told by its bytes only";
    const auto chunk = json::parse(text_chunk({.with_usage = true}, "a", {}));
    EXPECT_TRUE(chunk["usage"].is_null() && chunk.contains("usage"));
    EXPECT_TRUE(chunk["choices"][0]["finish_reason"].is_null());
}

TEST(OpenaiReply, ErrorsHaveOpenAisFormAndStatus) {
    const auto invalid = fail_field("seed", "is odd").error();
    EXPECT_EQ(error_status(invalid), 400);
    const auto made = json::parse(error(invalid))["error"];
    EXPECT_EQ(made["param"], "seed");
    EXPECT_EQ(made["type"], "invalid_request_error");
    EXPECT_EQ(error_status({.fault = Fault::rate_limited}), 429);
    EXPECT_EQ(json::parse(error({.fault = Fault::unavailable}))["error"]["type"], "server_error");
}

}  // namespace
}  // namespace lexi::openai
