#pragma once
// Several language models behind the one interface, chosen by what an answer is for.
#include <memory>
#include <vector>

#include "ml/llm/llm.hpp"

namespace lexi::ml {

struct LlmModels {
    std::unique_ptr<Llm> general;
    std::unique_ptr<Llm> vietnamese;  // explanations in Vietnamese; may be empty
    std::unique_ptr<Llm> remote;      // `remote_tasks`; may be empty
    std::vector<LlmTask> remote_tasks;
};

/// A job goes to the remote model where its task is one of the remote ones; else, if it explains
/// in Vietnamese, to the Vietnamese one; else to the general one. A model that is not ready is
/// passed over for the next of these, so that a dead endpoint costs quality and not the answer. A
/// job may also name its model.
class LlmRouter final : public Llm {
public:
    explicit LlmRouter(LlmModels models) : models_(std::move(models)) {}
    Result<LlmTicket> submit(LlmJob job, OnPiece on_piece, OnDone on_done) override;
    /// What every model that an answer may come from has room for.
    std::uint32_t context_tokens() const override;
    std::uint32_t count_tokens(std::string_view text) const override;
    /// Of the model that a chat goes to.
    EngineStatus status() const override;
    void stop() override;
    /// Each model for itself, for GET /models/status.
    std::vector<const Engine*> all() const;

private:
    Llm& for_task(LlmTask task, std::string_view language) const;

    LlmModels models_;
};

}  // namespace lexi::ml
