#include "app/vocabulary/forecast_routes.hpp"

namespace lexi::vocabulary {

using http::Request;

void mount_forecast(http::Router& router, ForecastService& service) {
    router.get<ForecastView, ForecastQuery>(
        "/vocabulary/forecast",
        {.summary = "What the days ahead will ask of you",
         .tag = "vocabulary",
         .faults = {Fault::unavailable},
         .description = "`due` counts the schedule as it stands. `reviews` is what a simulation"
                        " expects: words come back, and new ones join at your pace."},
        [&service](Request r, ForecastQuery q) {
            return service.forecast(r.who().id, q.days.value_or(30), r.at);
        });
    router.get<SimulationView, SimulationQuery>(
        "/vocabulary/simulate",
        {.summary = "What another retention or pace would mean",
         .tag = "vocabulary",
         .faults = {Fault::unavailable},
         .description = "Simulates your words with as many new ones a day as asked for. The same"
                        " question has the same answer."},
        [&service](Request r, SimulationQuery q) {
            return service.simulate(r.who().id, std::move(q), r.at);
        });
}

}  // namespace lexi::vocabulary
