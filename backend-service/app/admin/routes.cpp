#include "app/admin/routes.hpp"

namespace lexi::admin {
namespace {

using http::Access;
using http::Request;

Task<Result<UserView>> deactivate(AdminService* service, Request request) {
    const auto user = request.path_id("id");
    if (!user) co_return std::unexpected(user.error());
    auto view = co_await service->deactivate(*user, request.at);
    co_return view;
}

Task<Result<UserView>> activate(AdminService* service, Request request) {
    const auto user = request.path_id("id");
    if (!user) co_return std::unexpected(user.error());
    auto view = co_await service->activate(*user, request.at);
    co_return view;
}

Task<Result<UserView>> change_role(AdminService* service, Request request, RoleChange body) {
    const auto user = request.path_id("id");
    if (!user) co_return std::unexpected(user.error());
    auto view = co_await service->change_role(*user, body.role, request.at);
    co_return view;
}

}  // namespace

void mount_admin(http::Router& router, AdminService& service) {
    router.get<std::vector<UserItem>, UserFilter>(
        "/admin/users",
        {.summary = "Users, newest first",
         .tag = "admin",
         .access = Access::admin,
         .paged = true,
         .description =
             "The first 10,000 that fit the filter are counted and can be paged through; "
             "of a search the first 1,000 by username and by e-mail."},
        [&service](Request, UserFilter filter) { return service.list(std::move(filter)); });
    router.post<http::None, UserView>(
        "/admin/users/{id}/deactivate",
        {.summary = "Switch an account off; its tokens are refused at once",
         .tag = "admin",
         .access = Access::admin,
         .faults = {Fault::conflict}},
        [&service](Request r, http::None) { return deactivate(&service, std::move(r)); });
    router.post<http::None, UserView>(
        "/admin/users/{id}/activate",
        {.summary = "Switch an account on again", .tag = "admin", .access = Access::admin},
        [&service](Request r, http::None) { return activate(&service, std::move(r)); });
    router.put<RoleChange, UserView>(
        "/admin/users/{id}/role",
        {.summary = "Change a user's role",
         .tag = "admin",
         .access = Access::admin,
         .faults = {Fault::conflict},
         .description = "Access tokens with the old role are refused at once. The last "
                        "administrator cannot step down.",
         .request_example = R"({"role": "teacher"})"},
        [&service](Request r, RoleChange b) { return change_role(&service, std::move(r), b); });
}

}  // namespace lexi::admin
