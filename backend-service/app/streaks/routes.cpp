#include "app/streaks/routes.hpp"

namespace lexi::streaks {

void mount_streaks(http::Router& router, StreakService& service) {
    router.get<StreakView>("/streaks/me", {.summary = "Your streak", .tag = "streaks"},
                           [&service](http::Request r) { return service.show(r.who().id, r.at); });
    router.post<http::None, CheckinView>(
        "/streaks/checkin",
        {.summary = "Check in for today",
         .tag = "streaks",
         .idempotent = true,
         .description = "The day is the learner's own: in the profile's time zone, beginning at "
                        "04:00. A second check-in on a day changes nothing."},
        [&service](http::Request r, http::None) { return service.check_in(std::move(r)); });
}

}  // namespace lexi::streaks
