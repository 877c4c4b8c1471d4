#include "ml/llm/llama_engine.hpp"

#include <algorithm>

#include "ml/llm/slot_plan.hpp"
#include "ml/model_file.hpp"

namespace lexi::ml {
namespace {

constexpr std::string_view kWhat = "The language model";

}  // namespace

LlamaEngine::LlamaEngine(LlamaConfig config)
    : config_(std::move(config)),
      queue_(config_.queue_limit),
      slots_(std::max<std::uint32_t>(1, config_.slots)),
      batch_(std::max<std::size_t>(kBlock, config_.slots)),
      loader_(
          "llm",
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
    work->stops = StopScanner(job.stop);
    work->sampler = (*model)->sampler(job, job.seed ? *job.seed : entropy_());
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

void LlamaEngine::step(LlamaModel& model) {
    follow_cores(model);
    const CoreLease lease(static_cast<std::uint32_t>(llama_n_threads(model.context())));
    drop_cancelled();
    admit(model);
    compute_prompt_block(model);
    drop_cancelled();
    generate(model);
}

void LlamaEngine::drop_cancelled() {
    for (auto& slot : slots_) {
        if (slot.work && slot.work->cancelled()) finish(slot, "cancelled");
    }
    std::vector<WorkPtr> gone;
    {
        const std::scoped_lock lock(mutex_);
        gone = queue_.take_if([](const WorkPtr& work) { return work->cancelled(); });
    }
    for (auto& work : gone) {
        ++counters_.cancelled;
        work->end("cancelled");
    }
}

void LlamaEngine::admit(LlamaModel& model) {
    while (std::ranges::any_of(slots_, [](const Slot& slot) { return !slot.work; })) {
        WorkPtr work;
        {
            const std::scoped_lock lock(mutex_);
            auto next = queue_.pop();
            if (!next) return;
            work = std::move(*next);
        }
        start(model, std::move(work));
    }
}

void LlamaEngine::start(LlamaModel& model, WorkPtr work) {
    std::vector<SlotView> views;
    views.reserve(slots_.size());
    for (const auto& slot : slots_) {
        views.push_back({.tokens = slot.tokens,
                         .exact = slot.exact,
                         .session = slot.session,
                         .last_used = slot.last_used,
                         .busy = slot.work != nullptr});
    }
    auto plan = plan_slot(views, work->prompt, work->job.session, work->job.seed.has_value());
    auto& slot = slots_[plan.slot];
    if (!take_cache(model, plan.slot, plan.source, plan.reuse)) {
        forget(model, plan.slot);
        plan.reuse = 0;
        plan.exact = work->prompt.size() / kBlock * kBlock;
    }
    slot.exact = plan.exact;
    slot.session = work->job.session;
    slot.last_used = ++uses_;
    work->computed = plan.reuse;
    work->usage.cached_tokens = static_cast<std::uint32_t>(plan.reuse);
    counters_.prompt += work->prompt.size();
    counters_.cached += plan.reuse;
    slot.work = std::move(work);
    ++counters_.busy;
}

bool LlamaEngine::take_cache(LlamaModel& model, std::size_t slot, std::size_t source,
                             std::size_t reuse) {
    const auto to = static_cast<llama_seq_id>(slot);
    if (source != slot) {
        forget(model, slot);
        llama_memory_seq_cp(model.memory(), static_cast<llama_seq_id>(source), to, -1, -1);
        slots_[slot].tokens = slots_[source].tokens;
    }
    slots_[slot].tokens.resize(reuse);
    // Models whose state cannot be cut back in the middle (recurrent ones) say false.
    return llama_memory_seq_rm(model.memory(), to, static_cast<llama_pos>(reuse), -1);
}

void LlamaEngine::forget(LlamaModel& model, std::size_t slot) {
    llama_memory_seq_rm(model.memory(), static_cast<llama_seq_id>(slot), -1, -1);
    slots_[slot].tokens.clear();
    slots_[slot].exact = 0;
}

void LlamaEngine::compute_prompt_block(LlamaModel& model) {
    for (std::size_t tried = 0; tried < slots_.size(); ++tried) {
        const auto index = turn_ = (turn_ + 1) % slots_.size();
        auto& slot = slots_[index];
        if (!slot.work || !slot.work->in_prompt()) continue;
        auto& work = *slot.work;
        const auto end = std::min((work.computed / kBlock + 1) * kBlock, work.prompt.size());
        batch_.clear();
        std::int32_t last = 0;
        for (auto i = work.computed; i < end; ++i) {
            last = batch_.add(work.prompt[i], i, index, i + 1 == work.prompt.size());
            slot.tokens.push_back(work.prompt[i]);
        }
        if (batch_.decode(model.context()) != 0) {
            finish(slot, "error");
            forget(model, index);
            return;
        }
        work.computed = end;
        if (!work.in_prompt()) take_token(model, slot, last);
        return;
    }
}

void LlamaEngine::generate(LlamaModel& model) {
    std::vector<std::size_t> together;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        const auto& slot = slots_[i];
        if (!slot.work || slot.work->in_prompt()) continue;
        if (slot.work->job.seed) {
            decode_next(model, {i});
        } else {
            together.push_back(i);
        }
    }
    if (!together.empty()) decode_next(model, together);
}

void LlamaEngine::decode_next(LlamaModel& model, const std::vector<std::size_t>& slots) {
    batch_.clear();
    for (const auto index : slots) {
        auto& slot = slots_[index];
        batch_.add(slot.work->next, slot.tokens.size(), index, true);
        slot.tokens.push_back(slot.work->next);
    }
    const bool decoded = batch_.decode(model.context()) == 0;
    std::int32_t output = 0;
    for (const auto index : slots) {
        if (decoded) {
            take_token(model, slots_[index], output++);
        } else {
            finish(slots_[index], "error");
            forget(model, index);
        }
    }
}

void LlamaEngine::take_token(LlamaModel& model, Slot& slot, std::int32_t output) {
    auto& work = *slot.work;
    const auto token = llama_sampler_sample(work.sampler.get(), model.context(), output);
    ++counters_.generated;
    if (work.cancelled()) ++counters_.after_cancel;
    auto& made = work.usage.completion_tokens;
    if (++made == 1) {
        work.usage.time_to_first_token_ms =
            std::chrono::duration<double, std::milli>(Work::Clock::now() - work.submitted).count();
    }
    if (model.ends(token)) return finish(slot, "stop");
    work.say(model.piece(token));
    if (work.stops.stopped()) return finish(slot, "stop");
    if (made >= work.job.max_tokens) return finish(slot, "length");
    work.next = token;
}

void LlamaEngine::finish(Slot& slot, const std::string& reason) {
    const auto work = std::move(slot.work);
    slot.last_used = ++uses_;
    --counters_.busy;
    auto& counter = reason == "cancelled" ? counters_.cancelled
                    : reason == "error"   ? counters_.failed
                                          : counters_.done;
    ++counter;
    work->end(reason);
}

void LlamaEngine::end_all(const std::string& reason) {
    for (auto& slot : slots_) {
        if (slot.work) finish(slot, reason);
    }
    std::vector<WorkPtr> left;
    {
        const std::scoped_lock lock(mutex_);
        left = queue_.take_if([](const WorkPtr&) { return true; });
    }
    for (auto& work : left) {
        ++counters_.failed;
        work->end(reason);
    }
}

void LlamaEngine::follow_cores(LlamaModel& model) {
    if (config_.threads != 0) return;
    // Between steps the engine itself holds no lease.
    const auto threads = static_cast<std::int32_t>(cores_.free_cores(0));
    if (threads != llama_n_threads(model.context())) {
        llama_set_n_threads(model.context(), threads, threads);
    }
}

bool LlamaEngine::any_running() const {
    return std::ranges::any_of(slots_, [](const Slot& slot) { return slot.work != nullptr; });
}

std::unique_ptr<Llm> make_llama(LlamaConfig config) {
    return std::make_unique<LlamaEngine>(std::move(config));
}

}  // namespace lexi::ml
