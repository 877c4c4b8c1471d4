#include "ml/tools/speed_trial.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <format>
#include <iostream>

#include "ml/llm/llama_model.hpp"
#include "ml/model_file.hpp"

namespace lexi::ml::tool {
namespace {

using Clock = std::chrono::steady_clock;

struct Speed {
    double wall = 0;  // tokens a second
    double cpu = 0;   // tokens a second of processor time: others at work hardly change it
};

class Stopwatch {
public:
    void start() {
        wall_ = Clock::now();
        cpu_ = std::clock();
    }
    Speed stop(std::uint32_t tokens) const {
        const auto cpu = static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC;
        return {.wall = tokens / std::chrono::duration<double>(Clock::now() - wall_).count(),
                .cpu = tokens / cpu};
    }

private:
    Clock::time_point wall_;
    std::clock_t cpu_ = 0;
};

// One token after the other, whichever: what they say does not change what they cost.
Speed bare_loop(LlamaModel& model, std::span<const llama_token> prompt, std::uint32_t tokens) {
    llama_memory_clear(model.memory(), true);
    LlamaBatch batch(std::max<std::size_t>(1, prompt.size()));
    for (std::size_t i = 0; i < prompt.size(); ++i) {
        batch.add(prompt[i], i, 0, i + 1 == prompt.size());
    }
    if (batch.decode(model.context()) != 0) return {};
    Stopwatch watch;
    watch.start();
    for (std::uint32_t i = 0; i < tokens; ++i) {
        batch.clear();
        batch.add(prompt[i % prompt.size()], prompt.size() + i, 0, true);
        if (batch.decode(model.context()) != 0) return {};
        (void)llama_get_logits_ith(model.context(), 0);  // waits for it
    }
    return watch.stop(tokens);
}

Speed engine(Llm& llm, LlmJob job) {
    Stopwatch watch;
    std::uint32_t pieces = 0;
    const auto outcome = complete(llm, std::move(job), [&](std::string_view) {
        if (pieces++ == 0) watch.start();
    });
    if (!outcome || outcome->usage.completion_tokens < 2) return {};
    return watch.stop(outcome->usage.completion_tokens - 1);
}

double median(const std::vector<Speed>& speeds, double Speed::* which) {
    std::vector<double> values;
    for (const auto& speed : speeds) values.push_back(speed.*which);
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
    std::vector<Speed> bare, ours;
    for (std::uint32_t round = 0; round < rounds; ++round) {
        bare.push_back(bare_loop(**model, *prompt, tokens));
        ours.push_back(engine(llm, job));
        std::cout << std::format("bare {:.2f} tok/s, engine {:.2f} tok/s\n", bare.back().wall,
                                 ours.back().wall);
    }
    const auto tell = [&](const char* what, double Speed::* which) {
        const auto theirs = median(bare, which);
        const auto mine = median(ours, which);
        std::cout << std::format("{}: bare {:.2f}, engine {:.2f} tok/s: {:.1f} %\n", what, theirs,
                                 mine, 100 * mine / theirs);
    };
    tell("medians by the clock", &Speed::wall);
    tell("medians by processor time", &Speed::cpu);
    return 0;
}

}  // namespace lexi::ml::tool
