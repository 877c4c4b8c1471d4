// What the engine's thread does, step by step.
#include <algorithm>

#include "kit/log.hpp"
#include "ml/llm/llama_engine.hpp"
#include "ml/llm/slot_plan.hpp"
#include "ml/llm/token_choice.hpp"

namespace lexi::ml {

void LlamaEngine::step(LlamaModel& model) {
    // Between steps the engine itself holds no lease.
    free_ = config_.threads != 0 ? config_.threads : cores_.free_cores(0);
    const CoreLease lease(free_);
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
        plan.exact = work->job.seed ? work->prompt.size() / kBlock * kBlock : 0;
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
        use_threads(model, work.job.seed.has_value());
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
            use_threads(model, true);
            decode_next(model, {i});
        } else {
            together.push_back(i);
        }
    }
    use_threads(model, false);
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
    const auto token = choose(model, work, output);
    ++counters_.generated;
    if (work.cancelled()) ++counters_.after_cancel;
    auto& made = work.usage.completion_tokens;
    if (made == 0) work.first_token();
    if (!token) {
        if (!work.cursor) return finish(slot, "error");
        return finish_early(model, slot);
    }
    ++made;
    if (work.job.logprobs) {
        work.report(logprob_of(model, output, *token, work.job.top_logprobs));
    }
    if (model.ends(*token)) return finish(slot, "stop");
    work.say(model.piece(*token));
    if (work.stops.stopped() || (work.cursor && work.cursor->complete())) {
        return finish(slot, "stop");
    }
    if (made >= work.job.max_tokens) return finish(slot, "length");
    work.next = *token;
}

// Nothing where a schema has no token left that could still be followed by its end.
std::optional<llama_token> LlamaEngine::choose(LlamaModel& model, Work& work, std::int32_t output) {
    if (!work.cursor) {
        try {
            return llama_sampler_sample(work.sampler.get(), model.context(), output);
        } catch (const std::exception& broken) {  // llama.cpp's way to say so of a grammar
            log::warn("llm.grammar", {{"what", broken.what()}});
            return std::nullopt;
        }
    }
    const auto token = choose_within(model, work.sampler.get(), output, *work.cursor);
    if (!token || model.ends(*token)) return token;
    auto next = *work.cursor;
    next.push(model.piece(*token));
    const auto closing = next.closing();
    const auto left = work.job.max_tokens - work.usage.completion_tokens - 1;
    // A text has no more tokens than bytes: far from the limit nothing is counted.
    if (closing.size() > left && model.tokenize(closing, false).size() > left) return std::nullopt;
    work.cursor = std::move(next);
    return token;
}

void LlamaEngine::finish_early(LlamaModel& model, Slot& slot) {
    auto& work = *slot.work;
    const auto closing = work.cursor->closing();
    work.gate = {};  // a letter that has only begun
    work.say(closing);
    work.usage.completion_tokens +=
        static_cast<std::uint32_t>(model.tokenize(closing, false).size());
    finish(slot, "length");
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

// The flash kernel shares one token's attention out over the threads, so that its rounding follows
// their number: a job with a seed always gets the same. Half the cores are seldom all taken.
void LlamaEngine::use_threads(LlamaModel& model, bool seeded) {
    if (config_.threads != 0) return;
    const auto threads =
        static_cast<std::int32_t>(seeded ? std::max(1U, usable_cores() / 2) : free_);
    if (threads != llama_n_threads(model.context())) {
        llama_set_n_threads(model.context(), threads, threads);
    }
}

bool LlamaEngine::any_running() const {
    return std::ranges::any_of(slots_, [](const Slot& slot) { return slot.work != nullptr; });
}

}  // namespace lexi::ml
