#pragma once
// A language model behind a bounded queue. One thread owns the model; jobs run side by side in its
// slots (continuous batching). Nothing here blocks the caller.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

struct ChatMessage {
    std::string role;  // system, user, assistant
    std::string content;
};

/// One token as bytes (which may be part of a letter) with the natural logarithm of its
/// probability.
struct TokenChance {
    std::string bytes;
    float logprob = 0;
};
struct TokenLogprob {
    TokenChance chosen;
    std::vector<TokenChance> top;  // the likeliest, likeliest first
};

/// What an answer is for: some tasks have a model of their own (llm_router.hpp).
enum class LlmTask : std::uint8_t { chat, rewrite, explanation };

struct LlmJob {
    std::vector<ChatMessage> messages;
    LlmTask task = LlmTask::chat;
    std::string language;  // of the answer, BCP 47; empty: any
    std::string model;     // by the name in its status; empty: the one for the task
    std::string session;   // jobs of one session reuse its cached prefix; may be empty
    std::uint32_t max_tokens = 512;
    float temperature = 0.7F;  // 0: greedy
    float top_p = 0.95F;
    /// With a seed the text depends on nothing but the job and the model: the job is decoded apart
    /// from others and reuses only cached prompts that were computed in the same steps (slower
    /// under load). Without one the seed is random and the job is batched with others.
    std::optional<std::uint32_t> seed;
    float repeat_penalty = 1.0F;    // over the last 64 tokens; 1: none
    std::vector<std::string> stop;  // generation ends before any of these
    std::string owner;              // queued work is taken in turn, owner by owner
    /// A JSON Schema (json_schema.hpp says what of it is understood): the answer is one JSON text
    /// of it, also where max_tokens ends it: what must still come is then written as short as it
    /// can be. Goes without `stop`. Empty: any text.
    std::string json_schema;
    /// GBNF with the rule `root`, in llama.cpp's form. max_tokens may cut the text anywhere.
    std::string grammar;
    /// What is reported of each token that was chosen, beside LlmOutcome::logprobs: before its text
    /// is shown, under the rules of OnPiece.
    bool logprobs = false;
    std::uint32_t top_logprobs = 0;
    std::function<void(const TokenLogprob&)> on_token;
};

struct LlmUsage {
    std::uint32_t prompt_tokens = 0;
    std::uint32_t completion_tokens = 0;
    std::uint32_t cached_tokens = 0;  // of the prompt, taken from the slot's cache
    double duration_ms = 0;           // from submit to end
    double time_to_first_token_ms = 0;
};

struct LlmOutcome {
    std::string text;  // well-formed UTF-8; the concatenation of all pieces
    LlmUsage usage;
    std::string finish_reason;           // stop, length, cancelled, error
    std::vector<TokenLogprob> logprobs;  // where asked for; not of what a schema made follow
};

/// A piece of the answer: whole UTF-8 letters, never empty. On the engine's thread: must not block
/// and must not throw.
using OnPiece = std::function<void(std::string_view)>;
/// Once a job, last, also after cancel() and when the engine stops. Same rules as OnPiece.
using OnDone = std::function<void(LlmOutcome)>;

/// The right to an answer. Dropping it cancels the job: generation stops before the next token is
/// decoded. Callbacks may still be running on the engine's thread when the destructor returns, so
/// what they capture must be owned by them (shared_ptr, values).
class LlmTicket {
public:
    struct Shared;
    LlmTicket() = default;
    explicit LlmTicket(std::shared_ptr<Shared> shared) : shared_(std::move(shared)) {}
    LlmTicket(LlmTicket&& other) noexcept : shared_(std::move(other.shared_)) {}
    LlmTicket& operator=(LlmTicket&& other) noexcept;
    ~LlmTicket() { cancel(); }
    /// Any thread, any number of times; harmless after the end.
    void cancel();
    bool done() const;

private:
    std::shared_ptr<Shared> shared_;
};

class Llm : public Engine {
public:
    /// Queues `job`; safe from any thread, never blocks. Refusals: model_loading, unavailable
    /// (model failed, or the queue is full), invalid (prompt + max_tokens exceed the context; a
    /// schema or grammar that cannot be kept to).
    /// `on_piece` may be empty.
    virtual Result<LlmTicket> submit(LlmJob job, OnPiece on_piece, OnDone on_done) = 0;
    /// Tokens that a prompt and its answer may have together; 0 until ready.
    virtual std::uint32_t context_tokens() const = 0;
    /// The tokens of `text`, or 0 until ready. Any thread.
    virtual std::uint32_t count_tokens(std::string_view text) const = 0;
};

struct LlamaConfig {
    std::string kind = "llm";   // in the status
    std::string model_path;     // a .gguf file, a folder, or the beginning of a file's name
    std::string fallback_path;  // taken when model_path names nothing; may be empty
    std::uint32_t context_tokens = 4096;  // per job (a slot)
    std::uint32_t slots = 4;              // jobs decoded side by side
    std::uint32_t threads = 0;            // 0: the cores that are there
    std::uint32_t queue_limit = 32;
    bool gpu = false;          // all layers on the GPU if the build has one
    double retry_seconds = 5;  // between looks at a model that failed to load
};

/// llama.cpp in process. Returns at once; the model loads on the engine's own thread.
/// Counters: jobs_submitted, jobs_done, jobs_cancelled, jobs_failed, jobs_refused, queue_depth,
/// slots_busy, prompt_tokens, cached_tokens, tokens_generated, tokens_after_cancel.
std::unique_ptr<Llm> make_llama(LlamaConfig config);

/// Submits and waits. For tools, tests and worker threads; never on an event loop.
Result<LlmOutcome> complete(Llm& llm, LlmJob job, OnPiece on_piece = {});

}  // namespace lexi::ml
