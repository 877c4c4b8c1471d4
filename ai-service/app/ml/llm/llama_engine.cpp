#include "ml/llm/llama_engine.hpp"

#include <algorithm>

#include "ml/llm/slot_plan.hpp"
#include "ml/model_file.hpp"

namespace lexi::ml {
namespace {

constexpr std::string_view kWhat = "The language model";

// Readies what chooses the job's tokens; or what is wrong with the form it asks for.
std::optional<Problem> constrain(const LlamaModel& model, const LlmJob& job, std::uint32_t seed,
                                 Work& work) {
    if (!job.json_schema.empty()) {
        if (!job.stop.empty()) return fail_field("stop", "cannot go with a schema").error();
        const auto schema = JsonSchema::compile(job.json_schema);
        if (!schema) return fail_field("json_schema", schema.error()).error();
        work.cursor.emplace(*schema);
        const auto least = model.tokenize(work.cursor->closing(), false).size();
        if (least > job.max_tokens) {
            return fail_field("max_tokens",
                              "must be at least " + std::to_string(least) + " for this schema")
                .error();
        }
    }
    work.sampler = model.sampler(job, seed);
    if (work.sampler) return std::nullopt;
    return fail_field("grammar", "cannot be read").error();
}

}  // namespace

LlamaEngine::LlamaEngine(LlamaConfig config)
    : config_(std::move(config)),
      queue_(config_.queue_limit),
      slots_(std::max<std::uint32_t>(1, config_.slots)),
      batch_(std::max<std::size_t>(kBlock, config_.slots)),
      loader_(
          config_.kind,
          [this]() -> Loader<LlamaModel>::Loaded {
              const auto path = find();
              if (path.empty()) return std::unexpected("there is no such model file");
              return LlamaModel::load(path, config_);
          },
          [this] { return fingerprint(find()); }, config_.retry_seconds),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

std::string LlamaEngine::find() const {
    auto path = find_model(config_.model_path, ".gguf");
    if (!path) path = find_model(config_.fallback_path, ".gguf");
    return path ? path->string() : "";
}

Result<LlmTicket> LlamaEngine::submit(LlmJob job, OnPiece on_piece, OnDone on_done) {
    const auto model = loader_.get(kWhat);
    if (!model) return std::unexpected(model.error());
    auto work = std::make_unique<Work>();
    auto prompt = (*model)->prompt(job.messages);
    if (!prompt) return std::unexpected(prompt.error());
    const auto room = (*model)->context_tokens();
    if (job.max_tokens == 0 || prompt->size() + job.max_tokens > room) {
        return fail(Fault::invalid, "The conversation and its answer must fit " +
                                        std::to_string(room) + " tokens; the conversation has " +
                                        std::to_string(prompt->size()) + ".");
    }
    work->prompt = std::move(*prompt);
    work->usage.prompt_tokens = static_cast<std::uint32_t>(work->prompt.size());
    work->stops = StopScanner(job.stop);
    if (const auto wrong = constrain(**model, job, job.seed ? *job.seed : entropy_(), *work)) {
        return std::unexpected(*wrong);
    }
    work->job = std::move(job);
    work->on_piece = std::move(on_piece);
    work->on_done = std::move(on_done);
    LlmTicket ticket(work->shared);
    const auto owner = work->job.owner;
    const std::scoped_lock lock(mutex_);
    if (closing_ || !queue_.push(owner, std::move(work))) {
        ++counters_.refused;
        return fail_busy("The tutor is busy. Please try again shortly.", 2);
    }
    ++counters_.submitted;
    wake_.notify_one();
    return ticket;
}

std::uint32_t LlamaEngine::context_tokens() const {
    const auto model = loader_.peek();
    return model ? model->context_tokens() : 0;
}

std::uint32_t LlamaEngine::count_tokens(std::string_view text) const {
    const auto model = loader_.peek();
    return model ? static_cast<std::uint32_t>(model->tokenize(text, false).size()) : 0;
}

EngineStatus LlamaEngine::status() const {
    EngineStatus status;
    loader_.describe(status);
    status.name = std::filesystem::path(find()).filename().string();
    if (const auto model = loader_.peek()) status.memory_bytes = model->memory_bytes();
    const std::scoped_lock lock(mutex_);
    status.counters = {{"jobs_submitted", counters_.submitted},
                       {"jobs_done", counters_.done},
                       {"jobs_cancelled", counters_.cancelled},
                       {"jobs_failed", counters_.failed},
                       {"jobs_refused", counters_.refused},
                       {"queue_depth", queue_.size()},
                       {"slots_busy", counters_.busy},
                       {"prompt_tokens", counters_.prompt},
                       {"cached_tokens", counters_.cached},
                       {"tokens_generated", counters_.generated},
                       {"tokens_after_cancel", counters_.after_cancel}};
    return status;
}

void LlamaEngine::stop() {
    {
        const std::scoped_lock lock(mutex_);
        closing_ = true;
    }
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
    loader_.stop();
}

void LlamaEngine::run(const std::stop_token& stop) {
    while (wait_for_work(stop)) {
        // Work is queued only once the model is ready, and the model stays until stop().
        const auto model = loader_.peek();
        if (model) step(*model);
    }
    end_all("error");
}

bool LlamaEngine::wait_for_work(const std::stop_token& stop) {
    if (!any_running()) {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, stop, [this] { return queue_.size() > 0; });
    }
    return !stop.stop_requested();
}

std::unique_ptr<Llm> make_llama(LlamaConfig config) {
    return std::make_unique<LlamaEngine>(std::move(config));
}

}  // namespace lexi::ml
