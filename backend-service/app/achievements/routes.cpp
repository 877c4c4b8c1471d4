#include "app/achievements/routes.hpp"

namespace lexi::achievements {

using http::Request;

void mount_achievements(http::Router& router, AchievementService& service) {
    router.get<std::vector<DefinitionView>>(
        "/achievements",
        {.summary = "What can be unlocked",
         .tag = "achievements",
         .description = "Hidden ones are masked until you have unlocked them."},
        [&service](Request r) { return service.definitions(r.who().id); });
    router.get<MineView>("/achievements/me",
                         {.summary = "What you have unlocked, and how far you are with the rest",
                          .tag = "achievements"},
                         [&service](Request r) { return service.mine(r.who().id); });
}

}  // namespace lexi::achievements
