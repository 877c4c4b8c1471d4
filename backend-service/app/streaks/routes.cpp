#include "app/streaks/routes.hpp"

namespace lexi::streaks {

using http::Request;

void mount_streaks(http::Router& router, StreakService& service) {
    router.get<StreakView, CalendarFilter>(
        "/streaks/me", {.summary = "Your streak", .tag = "streaks"},
        [&service](Request r, CalendarFilter f) {
            const std::chrono::days calendar(f.days.value_or(kCalendar.count()));
            return service.show(r.who().id, calendar, r.at);
        });
    router.post<http::None, CheckinView>(
        "/streaks/checkin",
        {.summary = "Check in for today",
         .tag = "streaks",
         .idempotent = true,
         .description = "The day is the learner's own: in the profile's time zone, beginning at "
                        "04:00. A second check-in on a day changes nothing. Seven active days of a "
                        "streak earn a freeze, two are held at most; a day without anything spends "
                        "one by itself."},
        [&service](Request r, http::None) { return service.check_in(std::move(r)); });
    router.post<http::None, StreakView>(
        "/streaks/repair",
        {.summary = "Take back a lost streak",
         .tag = "streaks",
         .faults = {Fault::conflict},
         .idempotent = true,
         .description = "Within two days after the day that lost it, once in 30 days, free of "
                        "charge. 409 where there is nothing to repair, or it is too soon."},
        [&service](Request r, http::None) { return service.repair(std::move(r)); });
}

}  // namespace lexi::streaks
