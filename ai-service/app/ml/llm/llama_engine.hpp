#pragma once
// The one thread that decodes. See llm.hpp for the promises.
#include <array>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "ml/cores.hpp"
#include "ml/llm/fair_queue.hpp"
#include "ml/llm/job.hpp"
#include "ml/llm/llama_model.hpp"
#include "ml/llm/llm.hpp"
#include "ml/loader.hpp"

namespace lexi::ml {

class LlamaEngine final : public Llm {
public:
    explicit LlamaEngine(LlamaConfig config);
    ~LlamaEngine() override { stop(); }
    Result<LlmTicket> submit(LlmJob job, OnPiece on_piece, OnDone on_done) override;
    std::uint32_t context_tokens() const override;
    std::uint32_t count_tokens(std::string_view text) const override;
    EngineStatus status() const override;
    void stop() override;

private:
    using WorkPtr = std::unique_ptr<Work>;
    struct Slot {
        std::vector<llama_token> tokens;  // in its cache
        std::size_t exact = 0;            // see slot_plan.hpp
        std::string session;
        std::uint64_t last_used = 0;
        WorkPtr work;
    };
    struct Counters {
        std::atomic<std::uint64_t> submitted, done, cancelled, failed, refused, prompt, cached,
            generated, after_cancel, busy;
    };

    std::string find() const;
    void run(const std::stop_token& stop);
    bool wait_for_work(const std::stop_token& stop);
    void step(LlamaModel& model);
    void drop_cancelled();
    void admit(LlamaModel& model);
    void start(LlamaModel& model, WorkPtr work);
    bool take_cache(LlamaModel& model, std::size_t slot, std::size_t source, std::size_t reuse);
    void compute_prompt_block(LlamaModel& model);
    void generate(LlamaModel& model);
    void decode_next(LlamaModel& model, const std::vector<std::size_t>& slots);
    void take_token(LlamaModel& model, Slot& slot, std::int32_t output);
    std::optional<llama_token> choose(LlamaModel& model, Work& work, std::int32_t output);
    void finish(Slot& slot, const std::string& reason);
    void finish_early(LlamaModel& model, Slot& slot);
    void end_all(const std::string& reason);
    void forget(LlamaModel& model, std::size_t slot);
    void use_threads(LlamaModel& model, bool seeded);
    bool any_running() const;

    const LlamaConfig config_;
    mutable Counters counters_{};
    mutable std::mutex mutex_;  // queue_ and closing_
    std::condition_variable_any wake_;
    FairQueue<WorkPtr> queue_;
    bool closing_ = false;
    std::vector<Slot> slots_;  // the engine's thread only, as all below
    std::size_t turn_ = 0;     // whose prompt comes next
    std::uint64_t uses_ = 0;
    LlamaBatch batch_;
    CoreWatch cores_;
    std::uint32_t free_ = 1;  // cores, for this step
    std::random_device entropy_;
    Loader<LlamaModel> loader_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace lexi::ml
