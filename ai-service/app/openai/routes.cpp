#include "openai/routes.hpp"

#include "core/await_llm.hpp"
#include "kit/sse.hpp"
#include "openai/answers.hpp"
#include "openai/document.hpp"
#include "openai/reply.hpp"
#include "openai/request.hpp"

namespace lexi::openai {
namespace {

using http::Request;

std::vector<std::string> model_names(const ml::LlmRouter& llm) {
    std::vector<std::string> names;
    for (const auto* engine : llm.all()) {
        auto status = engine->status();
        if (status.state == "ready") names.push_back(std::move(status.name));
    }
    return names;
}

// The room that the conversation leaves, where nothing else was asked for. The engine counts
// exactly and refuses what is too much; this estimate must not be less than its count.
std::uint32_t room_for(const ml::LlmJob& job, const Parts& parts) {
    std::uint32_t used = 16;
    for (const auto& message : job.messages) used += parts.llm.count_tokens(message.content) + 8;
    const auto whole = parts.llm.context_tokens();
    return std::min(parts.max_tokens, whole > used ? whole - used : 1);
}

// What the engine's thread gathers for the stream's next chunk.
struct Streaming {
    Heading heading;
    std::shared_ptr<http::Sse> sse;
    std::vector<ml::TokenLogprob> logprobs;  // of tokens whose text is not shown yet

    bool send(std::string_view text) {
        return sse->send("", text_chunk(heading, text, std::exchange(logprobs, {})));
    }
};

// Runs on after the response's head is sent; every end closes the stream.
Task<void> stream(ml::Llm* llm, std::shared_ptr<Wanted> wanted, Request request,
                  std::shared_ptr<Streaming> out) {
    if (wanted->job.logprobs) {
        wanted->job.on_token = [out](const ml::TokenLogprob& t) { out->logprobs.push_back(t); };
    }
    out->sse->send("", first_chunk(out->heading));
    const auto outcome = co_await core::generate(
        llm, wanted->job, [out](std::string_view text) { return out->send(text); }, request.raw);
    if (outcome) {
        if (!out->logprobs.empty()) out->send("");
        out->sse->send("", last_chunk(out->heading, outcome->finish_reason));
        if (out->heading.with_usage) {
            out->sse->send("", usage_chunk(out->heading, outcome->usage));
        }
    } else {
        out->sse->send("", error(outcome.error()));
    }
    out->sse->send("", "[DONE]");
    out->sse->close();
}

Result<std::shared_ptr<Wanted>> wanted_of(const Request& request, const Parts& parts) {
    const auto text = http::json_body(request);
    if (!text) return std::unexpected(text.error());
    auto wanted = read_request(*text, {parts.max_tokens, parts.temperature});
    if (!wanted) return std::unexpected(wanted.error());
    auto& job = wanted->job;
    const auto names = model_names(parts.llm);
    if (!job.model.empty() && !names.empty() && !std::ranges::contains(names, job.model)) {
        return std::unexpected(Problem{
            .fault = Fault::not_found,
            .say = "There is no model '" + job.model + "' here; GET /v1/models lists those.",
            .fields = {{"model", "is not known"}}});
    }
    job.owner = request.who().id.str();
    if (job.max_tokens == 0) job.max_tokens = room_for(job, parts);
    return std::make_shared<Wanted>(std::move(*wanted));
}

Task<drogon::HttpResponsePtr> complete(const Parts* parts, Request request) {
    auto read = wanted_of(request, *parts);
    if (!read) co_return refusal(read.error(), request.id);
    const auto wanted = *read;
    const auto& named = wanted->job.model;
    const Heading heading{
        .id = "chatcmpl-" + Uuid::random().str(),
        .created =
            std::chrono::duration_cast<std::chrono::seconds>(request.at.time_since_epoch()).count(),
        .model = named.empty() ? parts->llm.status().name : named,
        .with_usage = wanted->include_usage};
    if (wanted->stream) {
        auto out = std::make_shared<Streaming>(heading, http::Sse::open(request));
        auto response = out->sse->response();
        http::detach(stream(&parts->llm, wanted, std::move(request), std::move(out)));
        co_return response;
    }
    const auto outcome = co_await core::generate(&parts->llm, wanted->job, {}, request.raw);
    if (!outcome) co_return refusal(outcome.error(), request.id);
    co_return json_response(200, completion(heading, *outcome, wanted->job.logprobs), request.id);
}

Task<drogon::HttpResponsePtr> models(const ml::LlmRouter* llm, Request request) {
    const auto now =
        std::chrono::duration_cast<std::chrono::seconds>(request.at.time_since_epoch()).count();
    co_return json_response(200, model_list(model_names(*llm), now), request.id);
}

}  // namespace

void mount_openai(http::Router& router, const Parts& parts) {
    router.raw(http::Method::post, "!/v1/chat/completions",
               {.summary = "A chat completion, as OpenAI's API has it",
                .tag = "openai",
                .faults = {Fault::model_loading, Fault::not_found},
                .description =
                    "For clients that speak OpenAI's API: the key is an access token, or a "
                    "personal one with the scope `ai`. With response_format the answer is JSON of "
                    "the schema, also where max_tokens ends it.",
                .rate_class = "chat",
                .refusal = refusal,
                .refusal_schema = &error_schema()},
               {.request = completion_body(), .response = completion_reply()},
               [parts](Request r) { return complete(&parts, std::move(r)); });
    router.raw(http::Method::get, "!/v1/models",
               {.summary = "The language models that are ready",
                .tag = "openai",
                .refusal = refusal,
                .refusal_schema = &error_schema()},
               {.response = model_list_reply()},
               [llm = &parts.llm](Request r) { return models(llm, std::move(r)); });
}

}  // namespace lexi::openai
