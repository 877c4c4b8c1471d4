#include "ml/tools/speed_trial.hpp"

#include <algorithm>
#include <chrono>
#include <format>
#include <iostream>

#include "ml/llm/llama_model.hpp"
#include "ml/model_file.hpp"

namespace lexi::ml::tool {
namespace {

using Clock = std::chrono::steady_clock;

double per_second(std::uint32_t tokens, Clock::time_point began) {
    return tokens / std::chrono::duration<double>(Clock::now() - began).count();
}

// One token after the other, whichever: what they say does not change what they cost.
double bare_loop(LlamaModel& model, std::span<const llama_token> prompt, std::uint32_t tokens) {
    llama_memory_clear(model.memory(), true);
    LlamaBatch batch(std::max<std::size_t>(1, prompt.size()));
    for (std::size_t i = 0; i < prompt.size(); ++i) {
        batch.add(prompt[i], i, 0, i + 1 == prompt.size());
    }
    if (batch.decode(model.context()) != 0) return 0;
    const auto began = Clock::now();
    for (std::uint32_t i = 0; i < tokens; ++i) {
        batch.clear();
        batch.add(prompt[i % prompt.size()], prompt.size() + i, 0, true);
        if (batch.decode(model.context()) != 0) return 0;
        (void)llama_get_logits_ith(model.context(), 0);  // waits for it
    }
    return per_second(tokens, began);
}

double engine(Llm& llm, LlmJob job) {
    const auto outcome = complete(llm, std::move(job));
    if (!outcome || outcome->usage.completion_tokens < 2) return 0;
    const auto& usage = outcome->usage;
    return (usage.completion_tokens - 1) * 1000 /
           (usage.duration_ms - usage.time_to_first_token_ms);
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

}  // namespace

int try_speed(Llm& llm, const LlamaConfig& config, std::uint32_t tokens, std::uint32_t rounds) {
    const auto path = find_model(config.model_path, ".gguf");
    const auto model = LlamaModel::load(path ? path->string() : "", config);
    if (!model) {
        std::cerr << model.error() << '\n';
        return 1;
    }
    LlmJob job;
    job.messages = {{.role = "user", .content = "Write a very long story about the sea."}};
    job.max_tokens = tokens;
    job.temperature = 1.0F;
    const auto prompt = (*model)->prompt(job.messages);
    if (!prompt) return 1;
    std::vector<double> bare, ours;
    for (std::uint32_t round = 0; round < rounds; ++round) {
        bare.push_back(bare_loop(**model, *prompt, tokens));
        ours.push_back(engine(llm, job));
        std::cout << std::format("bare {:.2f} tok/s, engine {:.2f} tok/s\n", bare.back(),
                                 ours.back());
    }
    std::cout << std::format("medians {:.2f} and {:.2f}: {:.1f} %\n", median(bare), median(ours),
                             100 * median(ours) / median(bare));
    return 0;
}

}  // namespace lexi::ml::tool
