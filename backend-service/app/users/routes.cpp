#include "app/users/routes.hpp"

namespace lexi::users {
namespace {

using http::Request;

Task<Result<UserView>> show(UserService* service, Request request) {
    const auto user = request.path_id("id");
    if (!user) co_return std::unexpected(user.error());
    auto view = co_await service->show(*user, request.at);
    co_return view;
}

}  // namespace

void mount_users(http::Router& router, UserService& service) {
    router.get<UserView>("/users/me",
                         {.summary = "Your account", .tag = "users", .faults = {Fault::not_found}},
                         [&service](Request r) { return service.show(r.who().id, r.at); });
    router.put<ProfileChange, UserView>(
        "/users/me",
        {.summary = "Change your profile and settings",
         .tag = "users",
         .faults = {Fault::not_found},
         .description = "What is absent stays as it is.",
         .request_example =
             R"({"level": "A2", "daily_goal": 50, "settings": {"desired_retention": 0.92}})"},
        [&service](Request r, ProfileChange body) {
            return service.change(r.who().id, std::move(body), r.at);
        });
    router.del<http::Empty>("/users/me",
                            {.summary = "Erase your account and everything in it",
                             .tag = "users",
                             .faults = {Fault::not_found}},
                            [&service](Request r) { return service.erase(r.who().id, r.at); });
    router.get<UserView>(
        "/users/{id}",
        {.summary = "A user, for administrators", .tag = "users", .access = http::Access::admin},
        [&service](Request r) { return show(&service, std::move(r)); });
}

}  // namespace lexi::users
