#include "pronunciation/routes.hpp"

#include "pronunciation/azure.hpp"

namespace lexi::pronunciation {
namespace {

using http::Request;
using nlohmann::json;

Task<drogon::HttpResponsePtr> analyse(PronunciationService* service, Request request) {
    const std::string id = request.id;
    const auto view = co_await service->analyse(std::move(request));
    if (!view) co_return http::problem_reply(view.error(), id);
    co_return http::json_reply(200, http::write_json(*view), {}, id, false);
}

Task<drogon::HttpResponsePtr> assess(PronunciationService* service, Request request) {
    const std::string id = request.id;
    const auto view = co_await service->analyse(std::move(request));
    if (!view) co_return http::problem_reply(view.error(), id);
    co_return http::json_reply(200, http::write_json(azure::assessment_of(*view)), {}, id, true);
}

json recording_form() {
    return {{"multipart/form-data",
             {{"schema",
               {{"type", "object"},
                {"properties",
                 {{"audio", {{"type", "string"}, {"format", "binary"}}},
                  {"target_text", {{"type", "string"}, {"minLength", 1}, {"maxLength", 300}}},
                  {"mode", {{"enum", {"scripted", "unscripted"}}}},
                  {"language", {{"type", "string"}}}}},
                {"required", {"audio"}},
                {"additionalProperties", false}}}}}};
}

}  // namespace

void mount_pronunciation(http::Router& router, PronunciationService& service) {
    router.raw<ResultView>(
        http::Method::post, "/ai/pronunciation/analyze",
        {.summary = "How an English text was pronounced",
         .tag = "pronunciation",
         .faults = {Fault::model_loading},
         .description =
             "A recording of the text, at most 120 seconds. One that cannot be judged (too short, "
             "silent, distorted) is refused with what to do about it, and not stored. With mode "
             "\"unscripted\" there is no target_text: what was heard is judged, and words that the "
             "recogniser repaired are not found wrong."},
        {.request = recording_form()},
        [&service](Request r) { return analyse(&service, std::move(r)); });
    router.raw<azure::Assessment>(
        http::Method::post, "/ai/pronunciation/analyze/azure",
        {.summary = "The same in the JSON of Azure's pronunciation assessment",
         .tag = "pronunciation",
         .faults = {Fault::model_loading},
         .bare = true,
         .description = "Stored like the other. Offsets and durations are ticks of 100 ns."},
        {.request = recording_form()},
        [&service](Request r) { return assess(&service, std::move(r)); });
    router.get<std::vector<ResultView>, HistoryFilter>(
        "/ai/pronunciation/history",
        {.summary = "Your analyses, newest first", .tag = "pronunciation", .paged = true},
        [&service](Request r, HistoryFilter f) { return service.history(r.who().id, f); });
    router.get<StatsView, StatsFilter>(
        "/ai/pronunciation/stats", {.summary = "How you say each sound", .tag = "pronunciation"},
        [&service](Request r, StatsFilter f) { return service.stats(r.who().id, f, r.at); });
}

}  // namespace lexi::pronunciation
