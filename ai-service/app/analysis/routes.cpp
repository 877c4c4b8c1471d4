#include "analysis/routes.hpp"

namespace lexi::analysis {
namespace {

using http::Request;

}  // namespace

void mount_analysis(http::Router& router, AnalysisService& service) {
    router.post<TextBody, TextView>(
        "/ai/analyze/text",
        {.summary = "Errors, level and readability of a text",
         .tag = "analysis",
         .faults = {Fault::model_loading},
         .description =
             "Offsets and lengths count UTF-16 units. corrected_text has the first replacement of "
             "every error; suggestions are shown and never applied.",
         .request_example = R"({"text": "Yesterday I go to school. She have two brother.",
             "level": "A2"})"},
        [&service](Request r, TextBody b) { return service.text(std::move(r), std::move(b)); });
    router.post<ErrorBody, ErrorView>(
        "/ai/analyze/error",
        {.summary = "The gravest error of a sentence, explained in Vietnamese with examples",
         .tag = "analysis",
         .faults = {Fault::model_loading},
         .description =
             "similar has up to three of the learner's own sentences with the same kind of error, "
             "from conversations and analysed texts.",
         .request_example = R"({"text": "My mother is teacher."})"},
        [&service](Request r, ErrorBody b) { return service.error(std::move(r), std::move(b)); });
}

}  // namespace lexi::analysis
