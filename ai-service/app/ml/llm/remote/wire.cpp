#include "ml/llm/remote/wire.hpp"

#include <nlohmann/json.hpp>

namespace lexi::ml {
namespace {

using nlohmann::json;

TokenChance chance_of(const json& from) {
    TokenChance chance{.bytes = from.value("token", std::string()),
                       .logprob = from.value("logprob", 0.0F)};
    // A token that is no whole letters is only told by its bytes.
    if (!from.contains("bytes") || !from["bytes"].is_array()) return chance;
    chance.bytes.clear();
    for (const auto& byte : from["bytes"]) {
        chance.bytes += static_cast<char>(byte.get<std::uint8_t>());
    }
    return chance;
}

std::vector<TokenLogprob> logprobs_of(const json& choice) {
    std::vector<TokenLogprob> found;
    if (!choice.contains("logprobs") || !choice["logprobs"].is_object()) return found;
    const auto& tokens = choice["logprobs"].value("content", json());
    if (!tokens.is_array()) return found;
    for (const auto& token : tokens) {
        auto& made = found.emplace_back(TokenLogprob{.chosen = chance_of(token), .top = {}});
        for (const auto& other : token.value("top_logprobs", json::array())) {
            made.top.push_back(chance_of(other));
        }
    }
    return found;
}

LlmUsage usage_of(const json& from) {
    LlmUsage usage{.prompt_tokens = from.value("prompt_tokens", 0U),
                   .completion_tokens = from.value("completion_tokens", 0U)};
    const auto details = from.value("prompt_tokens_details", json());
    if (details.is_object()) usage.cached_tokens = details.value("cached_tokens", 0U);
    return usage;
}

std::string error_of(const json& error) {
    if (error.is_object()) return error.value("message", std::string("unnamed"));
    return error.is_string() ? error.get<std::string>() : "unnamed";
}

CompletionChunk chunk_of(const json& from) {
    CompletionChunk chunk;
    if (from.contains("error") && !from["error"].is_null()) chunk.error = error_of(from["error"]);
    if (from.contains("usage") && from["usage"].is_object()) chunk.usage = usage_of(from["usage"]);
    const auto choices = from.value("choices", json::array());
    if (choices.empty()) return chunk;
    const auto& choice = choices.at(0);
    if (choice.contains("finish_reason") && choice["finish_reason"].is_string()) {
        chunk.finish_reason = choice["finish_reason"].get<std::string>();
    }
    chunk.logprobs = logprobs_of(choice);
    const auto delta = choice.value("delta", json::object());
    if (delta.contains("content") && delta["content"].is_string()) {
        chunk.text = delta["content"].get<std::string>();
    }
    return chunk;
}

}  // namespace

std::string completion_request(const LlmJob& job, const std::string& model) {
    json body{{"model", model},
              {"stream", true},
              {"stream_options", {{"include_usage", true}}},
              {"max_tokens", job.max_tokens},
              {"temperature", job.temperature},
              {"top_p", job.top_p},
              {"messages", json::array()}};
    for (const auto& message : job.messages) {
        body["messages"].push_back({{"role", message.role}, {"content", message.content}});
    }
    if (job.seed) body["seed"] = *job.seed;
    if (!job.stop.empty()) body["stop"] = job.stop;
    if (job.logprobs) {
        body["logprobs"] = true;
        body["top_logprobs"] = job.top_logprobs;
    }
    if (!job.json_schema.empty()) {
        body["response_format"] = {
            {"type", "json_schema"},
            {"json_schema",
             {{"name", "answer"}, {"strict", true}, {"schema", json::parse(job.json_schema)}}}};
    }
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<CompletionChunk> read_chunk(std::string_view data) {
    const auto from = json::parse(data, nullptr, /*allow_exceptions=*/false);
    if (!from.is_object()) return std::nullopt;
    try {
        return chunk_of(from);
    } catch (const json::exception&) {  // a member of another type than OpenAI's
        return std::nullopt;
    }
}

std::string first_model(std::string_view body) {
    const auto from = json::parse(body, nullptr, /*allow_exceptions=*/false);
    try {
        return from.at("data").at(0).at("id").get<std::string>();
    } catch (const json::exception&) {
        return "";
    }
}

std::uint32_t estimated_tokens(std::string_view text) {
    return static_cast<std::uint32_t>(text.size() / 3 + 1);
}

}  // namespace lexi::ml
