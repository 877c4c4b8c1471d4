#include "ml/llm/llm_router.hpp"

#include <algorithm>

namespace lexi::ml {
namespace {

// Cheaper than its status, which looks at the disk.
bool ready(const std::unique_ptr<Llm>& model) { return model && model->context_tokens() > 0; }

}  // namespace

Llm& LlmRouter::for_task(LlmTask task, std::string_view language) const {
    if (std::ranges::contains(models_.remote_tasks, task) && ready(models_.remote)) {
        return *models_.remote;
    }
    const bool explains = task == LlmTask::explanation && language.starts_with("vi");
    if (explains && ready(models_.vietnamese)) return *models_.vietnamese;
    return *models_.general;
}

Result<LlmTicket> LlmRouter::submit(LlmJob job, OnPiece on_piece, OnDone on_done) {
    auto* model = &for_task(job.task, job.language);
    for (const auto* named : {&models_.general, &models_.vietnamese, &models_.remote}) {
        if (!job.model.empty() && *named && (*named)->status().name == job.model) {
            model = named->get();
        }
    }
    return model->submit(std::move(job), std::move(on_piece), std::move(on_done));
}

std::uint32_t LlmRouter::context_tokens() const {
    std::uint32_t least = 0;
    for (const auto* model : {&models_.general, &models_.vietnamese, &models_.remote}) {
        if (!ready(*model)) continue;
        const auto room = (*model)->context_tokens();
        least = least == 0 ? room : std::min(least, room);
    }
    return least;
}

std::uint32_t LlmRouter::count_tokens(std::string_view text) const {
    return for_task(LlmTask::chat, "").count_tokens(text);
}

EngineStatus LlmRouter::status() const { return for_task(LlmTask::chat, "").status(); }

void LlmRouter::stop() {
    for (const auto* model : {&models_.general, &models_.vietnamese, &models_.remote}) {
        if (*model) (*model)->stop();
    }
}

std::vector<const Engine*> LlmRouter::all() const {
    std::vector<const Engine*> found;
    for (const auto* model : {&models_.general, &models_.vietnamese, &models_.remote}) {
        if (*model) found.push_back(model->get());
    }
    return found;
}

}  // namespace lexi::ml
