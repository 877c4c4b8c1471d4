#include "openai/reply.hpp"

#include <nlohmann/json.hpp>

#include "kit/http.hpp"
#include "kit/utf8.hpp"

namespace lexi::openai {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json chance(const ml::TokenChance& token) {
    Json bytes = Json::array();
    for (const char byte : token.bytes) bytes.push_back(static_cast<unsigned char>(byte));
    return {{"token", utf8::mended(token.bytes)},
            {"logprob", token.logprob},
            {"bytes", std::move(bytes)}};
}

Json logprobs_json(const std::vector<ml::TokenLogprob>& tokens) {
    Json content = Json::array();
    for (const auto& token : tokens) {
        auto one = chance(token.chosen);
        one["top_logprobs"] = Json::array();
        for (const auto& other : token.top) one["top_logprobs"].push_back(chance(other));
        content.push_back(std::move(one));
    }
    return {{"content", std::move(content)}, {"refusal", nullptr}};
}

Json usage_json(const ml::LlmUsage& usage) {
    return {{"prompt_tokens", usage.prompt_tokens},
            {"completion_tokens", usage.completion_tokens},
            {"total_tokens", usage.prompt_tokens + usage.completion_tokens},
            {"prompt_tokens_details", {{"cached_tokens", usage.cached_tokens}}}};
}

Json head(const Heading& heading, const char* object) {
    return {{"id", heading.id},
            {"object", object},
            {"created", heading.created},
            {"model", heading.model}};
}

std::string chunk(const Heading& heading, Json delta, Json logprobs, Json finish_reason) {
    auto made = head(heading, "chat.completion.chunk");
    made["choices"] = Json::array({{{"index", 0},
                                    {"delta", std::move(delta)},
                                    {"logprobs", std::move(logprobs)},
                                    {"finish_reason", std::move(finish_reason)}}});
    if (heading.with_usage) made["usage"] = nullptr;
    return text_of(made);
}

std::string_view error_type(int status) {
    if (status == 429) return "rate_limit_error";
    return status >= 500 ? "server_error" : "invalid_request_error";
}

}  // namespace

std::string completion(const Heading& heading, const ml::LlmOutcome& outcome, bool logprobs) {
    auto made = head(heading, "chat.completion");
    made["choices"] = Json::array(
        {{{"index", 0},
          {"message", {{"role", "assistant"}, {"content", outcome.text}, {"refusal", nullptr}}},
          {"logprobs", logprobs ? logprobs_json(outcome.logprobs) : Json()},
          {"finish_reason", outcome.finish_reason}}});
    made["usage"] = usage_json(outcome.usage);
    return text_of(made);
}

std::string first_chunk(const Heading& heading) {
    return chunk(heading, {{"role", "assistant"}, {"content", ""}}, nullptr, nullptr);
}

std::string text_chunk(const Heading& heading, std::string_view text,
                       const std::vector<ml::TokenLogprob>& logprobs) {
    return chunk(heading, {{"content", text}}, logprobs.empty() ? Json() : logprobs_json(logprobs),
                 nullptr);
}

std::string last_chunk(const Heading& heading, const std::string& finish_reason) {
    return chunk(heading, Json::object(), nullptr, finish_reason);
}

std::string usage_chunk(const Heading& heading, const ml::LlmUsage& usage) {
    auto made = head(heading, "chat.completion.chunk");
    made["choices"] = Json::array();
    made["usage"] = usage_json(usage);
    return text_of(made);
}

std::string model_list(const std::vector<std::string>& names, std::int64_t created) {
    Json data = Json::array();
    for (const auto& name : names) {
        data.push_back(
            {{"id", name}, {"object", "model"}, {"created", created}, {"owned_by", "lexilingo"}});
    }
    return text_of({{"object", "list"}, {"data", std::move(data)}});
}

std::string error(const Problem& problem) {
    Json param;
    if (!problem.fields.empty()) param = problem.fields.begin()->first;
    std::string code(http::code_of(problem.fault));
    for (auto& letter : code) letter = static_cast<char>(std::tolower(letter));
    return text_of({{"error",
                     {{"message", problem.say},
                      {"type", error_type(error_status(problem))},
                      {"param", std::move(param)},
                      {"code", std::move(code)}}}});
}

int error_status(const Problem& problem) {
    // OpenAI knows no 422.
    return problem.fault == Fault::invalid ? 400 : http::status_of(problem.fault);
}

}  // namespace lexi::openai
