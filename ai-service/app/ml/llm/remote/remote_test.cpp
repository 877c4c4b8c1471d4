// The pure parts of the remote backend; tests/ai/test_remote_llm.py runs it against real servers.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "ml/llm/remote/breaker.hpp"
#include "ml/llm/remote/sse_reader.hpp"
#include "ml/llm/remote/wire.hpp"

namespace lexi::ml {
namespace {

using nlohmann::json;

TEST(SseReader, GivesTheSameEventsForEverySplit) {
    const std::string stream =
        ": hello\r\n\r\ndata: {\"a\": 1}\r\n\r\nevent: x\ndata:two\ndata: lines\n\nid: 3\n\ndata: "
        "[DONE]\n\n";
    const std::vector<std::string> expected{"{\"a\": 1}", "two\nlines", "[DONE]"};
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        SseReader reader;
        auto events = reader.push(std::string_view(stream).substr(0, cut));
        for (auto& more : reader.push(std::string_view(stream).substr(cut))) {
            events.push_back(std::move(more));
        }
        ASSERT_EQ(events, expected) << cut;
        EXPECT_FALSE(reader.broken());
    }
}

TEST(SseReader, AnEventWithoutEndBreaksTheStream) {
    SseReader reader(100);
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(reader.push("data: more and more\n").empty());
    EXPECT_TRUE(reader.broken());
    EXPECT_TRUE(reader.push("\n\n").empty());
}

TEST(SseReader, WhatIsNotEndedIsNoEvent) {
    SseReader reader;
    EXPECT_TRUE(reader.push("data: {\"cut\": ").empty());
}

TEST(Breaker, OpensAfterThreeFailuresInARowAndProbesEverMoreSeldom) {
    Breaker breaker;
    const Breaker::Time begin{};
    breaker.failure(begin);
    breaker.failure(begin);
    breaker.success();
    breaker.failure(begin);
    breaker.failure(begin);
    EXPECT_FALSE(breaker.open());
    breaker.failure(begin);
    EXPECT_TRUE(breaker.open());
    EXPECT_FALSE(breaker.probe_due(begin));
    EXPECT_TRUE(breaker.probe_due(begin + std::chrono::seconds(1)));
    breaker.failure(begin);
    EXPECT_FALSE(breaker.probe_due(begin + std::chrono::milliseconds(1500)));
    for (int i = 0; i < 20; ++i) breaker.failure(begin);
    EXPECT_TRUE(breaker.probe_due(begin + std::chrono::minutes(1)));
}

TEST(Breaker, AnAnsweredProbeClosesItOnTrial) {
    Breaker breaker;
    for (int i = 0; i < 3; ++i) breaker.failure({});
    breaker.probe_answered();
    EXPECT_FALSE(breaker.open());
    breaker.failure({});
    EXPECT_TRUE(breaker.open());
}

TEST(Wire, ARequestHasOpenAisForm) {
    LlmJob job;
    job.messages = {{.role = "user", .content = "Chào \xff!"}};
    job.max_tokens = 7;
    job.seed = 3;
    job.stop = {"###"};
    job.json_schema = R"({"type": "object"})";
    const auto body = json::parse(completion_request(job, "qwen"));
    EXPECT_EQ(body["model"], "qwen");
    EXPECT_EQ(body["stream"], true);
    EXPECT_EQ(body["stream_options"]["include_usage"], true);
    EXPECT_EQ(body["max_tokens"], 7);
    EXPECT_EQ(body["seed"], 3);
    EXPECT_EQ(body["stop"], json::array({"###"}));
    EXPECT_EQ(body["messages"][0]["content"], "Chào \xEF\xBF\xBD!");
    EXPECT_EQ(body["response_format"]["json_schema"]["schema"]["type"], "object");
}

TEST(Wire, ChunksAreRead) {
    const auto text = read_chunk(R"({"choices": [{"index": 0, "delta": {"content": "phở"},
        "logprobs": {"content": [{"token": "ph", "logprob": -0.5, "bytes": [112, 104],
        "top_logprobs": [{"token": "x", "logprob": -1}]}]}, "finish_reason": null}]})");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "phở");
    EXPECT_FALSE(text->finish_reason);
    EXPECT_EQ(text->logprobs.at(0).chosen.bytes, "ph");
    EXPECT_EQ(text->logprobs.at(0).top.at(0).bytes, "x");
    const auto end = read_chunk(R"({"choices": [{"delta": {}, "finish_reason": "length"}]})");
    EXPECT_EQ(end->finish_reason, "length");
    const auto usage = read_chunk(R"({"choices": [], "usage": {"prompt_tokens": 5,
        "completion_tokens": 2, "prompt_tokens_details": {"cached_tokens": 4}}})");
    EXPECT_EQ(usage->usage->cached_tokens, 4U);
    EXPECT_EQ(read_chunk(R"({"error": {"message": "no"}})")->error, "no");
}

TEST(Wire, WhatIsNoChunkIsNothing) {
    for (const auto* bad :
         {"", "{", "[]", "7", "null", R"({"choices": 7})",
          R"({"choices": [{"delta": {"content": "x"}, "logprobs": {"content": [7]}}]})",
          R"({"choices": [7]})", R"({"usage": {"prompt_tokens": "x"}})", "\xff"}) {
        EXPECT_FALSE(read_chunk(bad)) << bad;
    }
}

TEST(Wire, TheFirstModelIsNamed) {
    EXPECT_EQ(first_model(R"({"object": "list", "data": [{"id": "a"}, {"id": "b"}]})"), "a");
    for (const auto* bad :
         {"", "{}", R"({"data": []})", R"({"data": [{}]})", R"({"data": [{"id": 1}]})"}) {
        EXPECT_EQ(first_model(bad), "") << bad;
    }
}

}  // namespace
}  // namespace lexi::ml
