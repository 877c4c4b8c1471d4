// With a real model (LEXI_MODELS): what issue 3 asks of the tutor's engine.
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <future>
#include <nlohmann/json.hpp>
#include <thread>

#include "kit/utf8.hpp"
#include "ml/llm/llm.hpp"
#include "ml/tools/tool.hpp"

namespace lexi::ml {
namespace {

class LlamaEngineTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        llm_ = make_llama({.model_path = tool::model("SmolLM2"),
                           .fallback_path = tool::model("qwen2.5-1.5b"),
                           .context_tokens = 1024,
                           .slots = 3,
                           .queue_limit = 4});
        ASSERT_TRUE(tool::ready(*llm_)) << "the tests with models need LEXI_MODELS";
    }
    static void TearDownTestSuite() { llm_.reset(); }

    static LlmJob ask(const std::string& text, std::uint32_t max_tokens = 40) {
        LlmJob job;
        job.messages = {{.role = "system", .content = "You are a kind English tutor."},
                        {.role = "user", .content = text}};
        job.max_tokens = max_tokens;
        job.temperature = 0.8F;
        job.seed = 42;
        return job;
    }
    static LlmJob unseeded(const std::string& text, std::uint32_t max_tokens = 40) {
        auto job = ask(text, max_tokens);
        job.seed.reset();
        return job;
    }
    static std::uint64_t counter(const std::string& name) {
        return llm_->status().counters.at(name);
    }
    /// Starts a job and drops nothing: the pieces and the outcome come out.
    struct Running {
        std::shared_ptr<std::promise<LlmOutcome>> outcome =
            std::make_shared<std::promise<LlmOutcome>>();
        std::shared_ptr<std::atomic<int>> pieces = std::make_shared<std::atomic<int>>(0);
        Result<LlmTicket> ticket;
    };
    static Running begin(LlmJob job) {
        Running run;
        run.ticket = llm_->submit(
            std::move(job), [n = run.pieces](std::string_view) { ++*n; },
            [o = run.outcome](LlmOutcome done) { o->set_value(std::move(done)); });
        return run;
    }
    static inline std::unique_ptr<Llm> llm_;
};

TEST_F(LlamaEngineTest, StreamedAndPlainTextAreTheSameForTheSameSeed) {
    std::string streamed;
    const auto with_pieces = complete(*llm_, ask("Tell me about Hanoi."),
                                      [&](std::string_view piece) { streamed += piece; });
    const auto plain = complete(*llm_, ask("Tell me about Hanoi."));
    ASSERT_TRUE(with_pieces && plain);
    EXPECT_EQ(streamed, with_pieces->text);
    EXPECT_EQ(plain->text, with_pieces->text);
    EXPECT_FALSE(plain->text.empty());
}

TEST_F(LlamaEngineTest, AnotherSeedGivesAnotherText) {
    auto other = ask("Tell me a story.");
    other.seed = 43;
    EXPECT_NE(complete(*llm_, ask("Tell me a story."))->text, complete(*llm_, other)->text);
}

TEST_F(LlamaEngineTest, TheSameSeedGivesTheSameTextWhateverElseRuns) {
    const auto alone = complete(*llm_, ask("What is rain?", 60));
    ASSERT_TRUE(alone);
    auto noise_a = begin(unseeded("Count to one hundred.", 120));
    auto noise_b = begin(unseeded("Write about the sea and its fish, at length.", 120));
    const auto crowded = complete(*llm_, ask("What is rain?", 60));
    ASSERT_TRUE(crowded);
    EXPECT_EQ(crowded->text, alone->text);
}

TEST_F(LlamaEngineTest, ACachedPromptGivesTheSameTextAndIsCounted) {
    const std::string article(400, 'a');
    const auto text = "Explain in short: " + article;
    auto job = ask(text, 30);
    job.session = "s1";
    const auto fresh = complete(*llm_, job);
    const auto again = complete(*llm_, job);
    ASSERT_TRUE(fresh && again);
    EXPECT_GE(again->usage.cached_tokens, 64U);
    EXPECT_EQ(again->text, fresh->text);
    job.session = "s2";
    EXPECT_EQ(complete(*llm_, job)->text, fresh->text) << "copied from another session's slot";
}

TEST_F(LlamaEngineTest, ANextTurnReusesTheSessionsPrefix) {
    auto job = unseeded("My name is Lan. I live in Hue and I like green tea very much.", 20);
    job.session = "lan";
    const auto first = complete(*llm_, job);
    job.messages.push_back({.role = "assistant", .content = first->text});
    job.messages.push_back({.role = "user", .content = "What do I like?"});
    const auto second = complete(*llm_, job);
    ASSERT_TRUE(second);
    EXPECT_GE(second->usage.cached_tokens, first->usage.prompt_tokens - 4);
}

TEST_F(LlamaEngineTest, DroppingTheTicketStopsTheGenerationWithinTwoTokens) {
    const auto after_before = counter("tokens_after_cancel");
    const auto cancelled_before = counter("jobs_cancelled");
    auto run = begin(ask("Write a very long story about a dragon.", 700));
    ASSERT_TRUE(run.ticket);
    while (*run.pieces < 5) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    run.ticket = LlmTicket();
    const auto outcome = run.outcome->get_future().get();
    EXPECT_EQ(outcome.finish_reason, "cancelled");
    EXPECT_LT(outcome.usage.completion_tokens, 200U);
    EXPECT_LE(counter("tokens_after_cancel") - after_before, 2U);
    EXPECT_EQ(counter("jobs_cancelled"), cancelled_before + 1);
    const auto generated = counter("tokens_generated");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_EQ(counter("tokens_generated"), generated) << "nothing decodes on";
}

TEST_F(LlamaEngineTest, AFullQueueRefusesAtOnceWithRetryAfter) {
    std::vector<Running> runs;
    runs.reserve(9);
    for (int i = 0; i < 3 + 4 + 2; ++i) runs.push_back(begin(unseeded("Count up.", 300)));
    const auto began = std::chrono::steady_clock::now();
    const auto more = begin(unseeded("One more."));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(300));
    ASSERT_FALSE(more.ticket);
    EXPECT_EQ(more.ticket.error().fault, Fault::unavailable);
    EXPECT_GT(more.ticket.error().retry_after_s, 0U);
    std::vector<std::future<LlmOutcome>> ends;
    for (auto& run : runs) {
        if (!run.ticket) continue;
        ends.push_back(run.outcome->get_future());
        run.ticket->cancel();
    }
    for (auto& end : ends) EXPECT_EQ(end.get().finish_reason, "cancelled");
}

TEST_F(LlamaEngineTest, WhatDoesNotFitTheContextIsRefused) {
    EXPECT_EQ(complete(*llm_, ask("hi", 1024)).error().fault, Fault::invalid);
    EXPECT_EQ(complete(*llm_, ask("hi", 0)).error().fault, Fault::invalid);
    std::string endless;
    for (int i = 0; i < 3000; ++i) endless += "word ";
    EXPECT_EQ(complete(*llm_, ask(endless)).error().fault, Fault::invalid);
}

TEST_F(LlamaEngineTest, TheAnswerEndsBeforeAStopText) {
    const auto whole = complete(*llm_, ask("Tell me about Hanoi."));
    auto job = ask("Tell me about Hanoi.");
    const auto stop = whole->text.substr(whole->text.size() / 2, 4);
    job.stop = {stop};
    const auto cut = complete(*llm_, job);
    EXPECT_EQ(cut->finish_reason, "stop");
    EXPECT_EQ(cut->text, whole->text.substr(0, whole->text.find(stop)));
}

TEST_F(LlamaEngineTest, MaxTokensEndsTheAnswerWithLength) {
    const auto outcome = complete(*llm_, ask("Tell me a story.", 7));
    EXPECT_EQ(outcome->finish_reason, "length");
    EXPECT_EQ(outcome->usage.completion_tokens, 7U);
    EXPECT_GT(outcome->usage.time_to_first_token_ms, 0);
    EXPECT_GE(outcome->usage.duration_ms, outcome->usage.time_to_first_token_ms);
}

TEST_F(LlamaEngineTest, EveryPieceIsWholeLetters) {
    auto job = ask("Viết lại: Tôi thích phở và cà phê sữa đá. 😀 Trường học ở Đà Nẵng.", 120);
    job.temperature = 1.6F;  // unlikely tokens: bytes that are no letters
    std::string streamed;
    const auto outcome = complete(*llm_, job, [&](std::string_view piece) {
        EXPECT_TRUE(utf8::valid(piece));
        EXPECT_FALSE(piece.empty());
        streamed += piece;
    });
    EXPECT_EQ(streamed, outcome->text);
}

TEST_F(LlamaEngineTest, ANewSessionTakesOverTheSystemPromptOfAnother) {
    auto job = unseeded("What is tea?", 4);
    std::string persona = "You are a tutor.";
    for (int i = 0; i < 30; ++i) persona += " Be kind and answer in one sentence.";
    job.messages[0].content = persona;
    job.session = "prefix-a";
    ASSERT_TRUE(complete(*llm_, job));
    job.session = "prefix-b";
    job.messages[1].content = "And coffee?";
    const auto other = complete(*llm_, job);
    ASSERT_TRUE(other);
    EXPECT_GE(other->usage.cached_tokens, 200U);
    EXPECT_GE(other->usage.cached_tokens + 16, other->usage.prompt_tokens);
}

TEST_F(LlamaEngineTest, ASchemaIsKeptToHoweverFewTokensThereAre) {
    auto job = ask("Is 'I has a dog' right? Answer in JSON.");
    job.json_schema =
        R"({"type": "object", "properties": {"right": {"type": "boolean"}, "why": {"type": "string",
            "maxLength": 40}}, "required": ["right", "why"]})";
    job.max_tokens = 1;
    const auto refused = complete(*llm_, job);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().fields.contains("max_tokens"));
    std::uint32_t ends = 0;
    for (job.max_tokens = 8; job.max_tokens < 48; job.max_tokens += 3) {
        const auto outcome = complete(*llm_, job);
        if (!outcome) continue;  // still fewer than the least
        ++ends;
        const auto json = nlohmann::json::parse(outcome->text, nullptr, false);
        ASSERT_TRUE(json.is_object()) << outcome->text;
        EXPECT_TRUE(json["right"].is_boolean() && json["why"].is_string() && json.size() == 2);
        EXPECT_LE(outcome->usage.completion_tokens, job.max_tokens);
    }
    EXPECT_GE(ends, 8U);
    EXPECT_EQ(complete(*llm_, job)->text, complete(*llm_, job)->text) << "the same seed";
}

TEST_F(LlamaEngineTest, ASchemaOrGrammarThatCannotBeKeptToIsNamed) {
    auto job = ask("Hi.");
    job.json_schema = R"({"type": "string", "pattern": "a+"})";
    EXPECT_TRUE(complete(*llm_, job).error().fields.contains("json_schema"));
    job.json_schema = "{}";
    job.stop = {"x"};
    EXPECT_TRUE(complete(*llm_, job).error().fields.contains("stop"));
    job = ask("Hi.");
    job.grammar = "root ::= (";
    EXPECT_TRUE(complete(*llm_, job).error().fields.contains("grammar"));
}

TEST_F(LlamaEngineTest, AGrammarIsKeptTo) {
    auto job = ask("Is the sky blue?");
    job.grammar = "root ::= \"yes\" | \"no\"";
    const auto text = complete(*llm_, job)->text;
    EXPECT_TRUE(text == "yes" || text == "no") << text;
}

TEST_F(LlamaEngineTest, LogProbabilitiesAreThoseOfTheTextsTokens) {
    auto job = ask("Tell me about Hanoi.", 12);
    job.logprobs = true;
    job.top_logprobs = 3;
    int told = 0;
    job.on_token = [&](const TokenLogprob&) { ++told; };
    const auto outcome = complete(*llm_, job);
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->logprobs.size(), outcome->usage.completion_tokens);
    EXPECT_EQ(told, static_cast<int>(outcome->logprobs.size()));
    std::string text;
    for (const auto& token : outcome->logprobs) {
        text += token.chosen.bytes;
        ASSERT_EQ(token.top.size(), 3U);
        EXPECT_GE(token.top[0].logprob, token.top[1].logprob);
        EXPECT_GE(token.top[0].logprob, token.chosen.logprob);
        EXPECT_LE(token.chosen.logprob, 0.0F);
        double mass = 0;
        for (const auto& likely : token.top) mass += std::exp(likely.logprob);
        EXPECT_LE(mass, 1.0001);
    }
    EXPECT_TRUE(text.starts_with(outcome->text)) << text;
    job.logprobs = false;
    EXPECT_EQ(complete(*llm_, job)->text, outcome->text) << "asking changes nothing";
}

TEST_F(LlamaEngineTest, AMissingModelIsAReasonNotACrash) {
    const auto llm = make_llama({.model_path = "/nowhere/model", .fallback_path = ""});
    for (int i = 0; i < 200 && llm->status().state == "loading"; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(llm->status().state, "failed");
    EXPECT_EQ(llm->status().reason.find('/'), std::string::npos);
    EXPECT_EQ(complete(*llm, ask("hi")).error().fault, Fault::unavailable);
}

}  // namespace
}  // namespace lexi::ml
