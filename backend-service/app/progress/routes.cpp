#include "app/progress/routes.hpp"

namespace lexi::progress {
namespace {

using http::Request;

void mount_doing(http::Router& router, ProgressService& service) {
    router.post<ActivityBody, ActivityView>(
        "/progress/activities",
        {.summary = "Record something done elsewhere, such as a chat",
         .tag = "progress",
         .idempotent = true,
         .request_example = R"({"activity_type": "ai_chat", "duration": 300})"},
        [&service](Request r, ActivityBody b) {
            return service.record(std::move(r), std::move(b));
        });
}

}  // namespace

void mount_progress(http::Router& router, ProgressService& service) {
    mount_doing(router, service);
    router.get<ProgressView>("/progress", {.summary = "How far you are", .tag = "progress"},
                             [&service](Request r) { return service.overview(r.who().id, r.at); });
    router.get<Stats, StatsFilter>("/progress/stats", {.summary = "Day by day", .tag = "progress"},
                                   [&service](Request r, StatsFilter f) {
                                       return service.stats(r.who().id,
                                                            f.range.value_or(Range::month), r.at);
                                   });
}

}  // namespace lexi::progress
