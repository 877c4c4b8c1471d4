// lexi-llm: one prompt through the language model.
#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "kit/log.hpp"
#include "ml/llm/llm.hpp"
#include "ml/tools/schema_trial.hpp"
#include "ml/tools/speed_trial.hpp"
#include "ml/tools/tool.hpp"

namespace {

std::string content_of(const std::string& path) {
    if (path.empty()) return "";
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

void show_logprobs(const std::vector<lexi::ml::TokenLogprob>& tokens) {
    for (const auto& token : tokens) {
        std::cerr << token.chosen.logprob << '\t' << token.chosen.bytes;
        for (const auto& other : token.top)
            std::cerr << '\t' << other.logprob << ' ' << other.bytes;
        std::cerr << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    using namespace lexi::ml;
    lexi::log::setup("lexi-llm", "ERROR");
    CLI::App app("One prompt through the language model of the AI service.", "lexi-llm");
    LlmJob job;
    LlamaConfig config{.model_path = tool::model("qwen2.5-1.5b"),
                       .fallback_path = tool::model("SmolLM2")};
    std::string prompt, system;
    std::string schema, grammar;
    std::uint32_t seed = 0, trial = 0, speed = 0;
    bool stream = false;
    app.add_option("prompt", prompt, "what to say to it");
    app.add_option("--model", config.model_path,
                   "a GGUF file, a folder or the beginning of a name");
    app.add_option("--system", system, "the system message");
    const auto* seeded = app.add_option("--seed", seed, "the same seed gives the same text");
    app.add_option("--max-tokens", job.max_tokens, "most tokens to generate")->default_val(256);
    app.add_option("--temperature", job.temperature, "0: always the likeliest token");
    app.add_option("--top-p", job.top_p, "mass of likely tokens to choose from");
    app.add_option("--threads", config.threads, "0: follow the free cores");
    app.add_option("--schema", schema, "a file with the JSON Schema of the answer")
        ->check(CLI::ExistingFile);
    app.add_option("--grammar", grammar, "a file with the GBNF grammar of the answer")
        ->check(CLI::ExistingFile);
    const auto* logprobs = app.add_option("--logprobs", job.top_logprobs,
                                          "show each token's, and those of so many others");
    app.add_option("--try-schemas", trial,
                   "instead: make so many answers under schemas, check each");
    app.add_option("--try-speed", speed,
                   "instead: so many rounds of the engine against a bare loop over the model");
    app.add_flag("--stream", stream, "show the text as it comes");
    CLI11_PARSE(app, argc, argv);

    if (prompt.empty() && trial == 0 && speed == 0) {
        std::cerr << "prompt is required\n";
        return 2;
    }
    config.slots = 1;
    job.json_schema = content_of(schema);
    job.grammar = content_of(grammar);
    job.logprobs = logprobs->count() > 0;
    if (seeded->count() > 0) job.seed = seed;
    if (!system.empty()) job.messages.push_back({.role = "system", .content = system});
    job.messages.push_back({.role = "user", .content = prompt});
    const auto llm = make_llama(config);
    if (!tool::ready(*llm)) return 1;
    if (speed > 0) return tool::try_speed(*llm, config, job.max_tokens, speed);
    if (trial > 0) return tool::try_schemas(*llm, trial);
    OnPiece show;
    if (stream) show = [](std::string_view piece) { std::cout << piece << std::flush; };
    const auto outcome = complete(*llm, std::move(job), show);
    if (!outcome) return tool::refused(outcome.error());
    if (!stream) std::cout << outcome->text;
    std::cout << '\n';
    show_logprobs(outcome->logprobs);
    const auto& usage = outcome->usage;
    std::cerr << "finish " << outcome->finish_reason << ", prompt " << usage.prompt_tokens
              << " tokens, answer " << usage.completion_tokens << " tokens, first after "
              << static_cast<int>(usage.time_to_first_token_ms) << " ms, all after "
              << static_cast<int>(usage.duration_ms) << " ms\n";
    return outcome->finish_reason == "error" ? 1 : 0;
}
