#include "generation/routes.hpp"

namespace lexi::generation {
namespace {

using http::Request;

constexpr std::int64_t kQuestions = 1;
constexpr std::int64_t kExercises = 7;  // one of each kind

}  // namespace

void mount_generation(http::Router& router, GenerationService& service) {
    router.post<GenerateBody, GeneratedView>(
        "/ai/generate/question",
        {.summary = "Questions on a topic",
         .tag = "generation",
         .description = "Each has one right answer, checked by machine. Without a seed a set that "
                        "was made for "
                        "this topic, or one of the same meaning, may come again (cached).",
         .request_example = R"({"topic": "travel", "level": "A2"})"},
        [&service](Request r, GenerateBody b) {
            return service.generate(std::move(b), "multiple_choice", kQuestions, std::move(r));
        });
    router.post<GenerateBody, GeneratedView>(
        "/ai/generate/exercise",
        {.summary = "A set of exercises on a topic",
         .tag = "generation",
         .description = "As questions; without a type, one kind after the other.",
         .request_example =
             R"({"topic": "food", "level": "A1", "type": "cloze", "count": 5, "seed": 7})"},
        [&service](Request r, GenerateBody b) {
            return service.generate(std::move(b), "", kExercises, std::move(r));
        });
    router.post<ExplainBody, ExplanationView>(
        "/ai/generate/explanation",
        {.summary = "An explanation of a word or a point of grammar, in Vietnamese, with examples",
         .tag = "generation",
         .faults = {Fault::not_found},
         .request_example = R"({"topic": "journey", "level": "A2"})"},
        [&service](Request, ExplainBody b) { return service.explain(std::move(b)); });
}

}  // namespace lexi::generation
