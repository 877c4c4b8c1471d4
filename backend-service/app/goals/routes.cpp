#include "app/goals/routes.hpp"

namespace lexi::goals {

using http::Request;

void mount_goals(http::Router& router, GoalService& service) {
    router.get<GoalView>(
        "/goals/weekly",
        {.summary = "Your goal for this week",
         .tag = "goals",
         .description = "The week begins on Monday in the learner's own days. Who has set no goal "
                        "has seven times the profile's daily_goal."},
        [&service](Request r) { return service.weekly(r.who().id, r.at); });
    router.put<GoalBody, GoalView>("/goals/weekly",
                                   {.summary = "Set your goal for each week",
                                    .tag = "goals",
                                    .request_example = R"({"kind": "minutes", "target": 90})"},
                                   [&service](Request r, GoalBody body) {
                                       return service.set_weekly(r.who().id, body, r.at);
                                   });
}

}  // namespace lexi::goals
