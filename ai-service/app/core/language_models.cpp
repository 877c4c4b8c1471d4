#include "core/language_models.hpp"

#include "ml/llm/remote/remote.hpp"
#include "ml/model_file.hpp"

namespace lexi::core {
namespace {

ml::LlamaConfig llama_config(const Config& c) {
    return {.model_path = c.qwen_model_path,
            .fallback_path = c.llama_model_path,
            .context_tokens = c.llm_context,
            .slots = c.llm_slots,
            .threads = c.model_threads,
            .gpu = c.gpu};
}

std::vector<ml::LlmTask> remote_tasks(const Config& c) {
    std::vector<ml::LlmTask> tasks;
    for (const auto& name : c.remote_tasks) {
        tasks.push_back(name == "chat"      ? ml::LlmTask::chat
                        : name == "rewrite" ? ml::LlmTask::rewrite
                                            : ml::LlmTask::explanation);
    }
    return tasks;
}

}  // namespace

std::unique_ptr<ml::LlmRouter> language_models(const Config& c) {
    ml::LlmModels models{.general = ml::make_llama(llama_config(c)),
                         .vietnamese = nullptr,
                         .remote = nullptr,
                         .remote_tasks = remote_tasks(c)};
    const auto general = ml::find_model(c.qwen_model_path, ".gguf");
    const auto vietnamese = ml::find_model(c.llama_model_path, ".gguf");
    if (general && vietnamese && general != vietnamese) {
        auto own = llama_config(c);
        own.kind = "llm-vi";
        own.model_path = c.llama_model_path;
        own.fallback_path.clear();
        models.vietnamese = ml::make_llama(std::move(own));
    }
    if (!c.remote_urls.empty()) {
        models.remote = ml::make_remote({.urls = c.remote_urls,
                                         .model = c.remote_model,
                                         .key = c.remote_key,
                                         .context_tokens = c.remote_context,
                                         .parallel = 4 * c.llm_slots,
                                         .total_seconds = double(c.remote_timeout_s)});
    }
    return std::make_unique<ml::LlmRouter>(std::move(models));
}

}  // namespace lexi::core
