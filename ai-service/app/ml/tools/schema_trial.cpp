#include "ml/tools/schema_trial.hpp"

#include <chrono>
#include <functional>
#include <iostream>

#include "kit/body.hpp"

namespace lexi::ml::tool {
// Named, because glaze does not reflect types of an anonymous namespace.
namespace trial {

enum class Level { A1, A2, B1, B2, C1, C2 };
enum class Mistake { spelling, grammar, word_choice };

struct Verdict {
    bool right = false;
    std::string reason;
};
struct Grade {
    Level level = Level::A1;
    std::uint32_t score = 0;
    double share = 0;
};
struct Edit {
    std::string original;
    std::string corrected;
    Mistake mistake = Mistake::spelling;
};
struct Edits {
    std::vector<Edit> edits;
    std::optional<std::string> praise;
};
struct Words {
    std::string topic;
    std::vector<std::string> words;
};

}  // namespace trial
}  // namespace lexi::ml::tool

template <>
struct glz::meta<lexi::ml::tool::trial::Level> {
    using enum lexi::ml::tool::trial::Level;
    static constexpr auto value = enumerate(A1, A2, B1, B2, C1, C2);
};
template <>
struct glz::meta<lexi::ml::tool::trial::Mistake> {
    using enum lexi::ml::tool::trial::Mistake;
    static constexpr auto value = enumerate(spelling, grammar, word_choice);
};
template <>
struct glz::json_schema<lexi::ml::tool::trial::Verdict> {
    schema reason{.minLength = 3, .maxLength = 60};
};
template <>
struct glz::json_schema<lexi::ml::tool::trial::Grade> {
    schema score{.minimum = std::int64_t{0}, .maximum = std::int64_t{100}};
    schema share{.minimum = 0.0, .maximum = 1.0};
};
template <>
struct glz::json_schema<lexi::ml::tool::trial::Edit> {
    schema original{.minLength = 1, .maxLength = 20};
    schema corrected{.minLength = 1, .maxLength = 20};
};
template <>
struct glz::json_schema<lexi::ml::tool::trial::Edits> {
    schema edits{.minItems = 1, .maxItems = 2};
    schema praise{.maxLength = 30};
};
template <>
struct glz::json_schema<lexi::ml::tool::trial::Words> {
    schema topic{.minLength = 1, .maxLength = 20};
    schema words{.minItems = 2, .maxItems = 4};
};

namespace lexi::ml::tool {
namespace {

struct Task {
    std::string question;
    std::string schema;
    std::function<bool(const std::string&)> sound;
};

template <class T>
Task task(std::string question) {
    return {.question = std::move(question) + " Answer in JSON.",
            .schema = http::schema_of<T>().dump(),
            .sound = [](const std::string& text) { return http::parse_body<T>(text).has_value(); }};
}

// What the refusal of one token says of the least that the schema needs.
std::uint32_t least_tokens(Llm& llm, LlmJob job) {
    for (job.max_tokens = 1;; ++job.max_tokens) {
        const auto refused = llm.submit(job, {}, {});
        if (refused || !refused.error().fields.contains("max_tokens")) return job.max_tokens;
    }
}

}  // namespace

int try_schemas(Llm& llm, std::uint32_t count) {
    const std::vector<Task> tasks{
        task<trial::Verdict>("Is 'I has a dog' right?"),
        task<trial::Grade>("Grade the sentence 'Me like tea and coffee'."),
        task<trial::Edits>("Correct the sentence 'She go to scool yesterday'."),
        task<trial::Words>("Name words for a lesson on food, some in Vietnamese.")};
    std::vector<std::uint32_t> least;
    std::uint32_t sound = 0, cut = 0, tokens = 0;
    const auto began = std::chrono::steady_clock::now();
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto& task = tasks[i % tasks.size()];
        LlmJob job;
        job.messages = {{.role = "user", .content = task.question}};
        job.json_schema = task.schema;
        job.seed = i;
        job.temperature = 1.0F;
        if (i < tasks.size()) least.push_back(least_tokens(llm, job));
        job.max_tokens = least[i % tasks.size()] + (i % 8 < 4 ? i % 24 : 64);
        const auto outcome = complete(llm, job);
        if (!outcome) {
            std::cout << "refused: " << outcome.error().say << '\n';
            continue;
        }
        const bool whole =
            task.sound(outcome->text) && outcome->usage.completion_tokens <= job.max_tokens;
        if (!whole) std::cout << "not sound: " << outcome->text << '\n';
        sound += whole ? 1 : 0;
        cut += outcome->finish_reason == "length" ? 1 : 0;
        tokens += outcome->usage.completion_tokens;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::cout << sound << " of " << count << " sound, " << cut << " of them ended by max_tokens; "
              << tokens << " tokens in " << took.count() << " s\n";
    return sound == count ? 0 : 1;
}

}  // namespace lexi::ml::tool
