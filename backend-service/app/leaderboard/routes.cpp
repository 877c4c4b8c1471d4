#include "app/leaderboard/routes.hpp"

namespace lexi::leaderboard {

using http::Request;

void mount_leaderboard(http::Router& router, LeaderboardService& service) {
    router.get<BoardView, BoardFilter>(
        "/leaderboard",
        {.summary = "Who earned most XP in the week",
         .tag = "leaderboard",
         .description = "Display names only. Who sets `leaderboard: false` in the settings is not "
                        "shown and sees nobody. A learner's week is that of the learner's own "
                        "days. Beyond rank 10,000 `me` is left out."},
        [&service](Request r, BoardFilter f) {
            return service.show(r.who().id, f.week.value_or(Week::current), f.limit.value_or(20),
                                r.at);
        });
}

}  // namespace lexi::leaderboard
