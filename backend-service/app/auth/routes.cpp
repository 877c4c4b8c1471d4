#include "app/auth/routes.hpp"

namespace lexi::auth {
namespace {

using http::Access;
using http::Reply;
using http::Request;

Task<Result<Reply<UserView>>> sign_up(AuthService* service, Request request, Register body) {
    auto user = co_await service->sign_up(std::move(body), request.at);
    if (!user) co_return std::unexpected(user.error());
    auto where = "/api/v1/users/" + user->id;
    co_return Reply<UserView>(std::move(*user)).with_header("Location", std::move(where));
}

}  // namespace

void mount_auth(http::Router& router, AuthService& service) {
    router.post<Register, UserView>(
        "/auth/register",
        {.summary = "Sign up",
         .tag = "auth",
         .access = Access::anyone,
         .status = 201,
         .faults = {Fault::already_exists, Fault::unavailable},
         .request_example =
             R"({"email": "lan@example.com", "username": "lan", "password": "hoa sen trang 26",)"
             R"( "display_name": "Lan", "time_zone": "Asia/Ho_Chi_Minh"})",
         .rate_class = "sign-in"},
        [&service](Request r, Register b) {
            return sign_up(&service, std::move(r), std::move(b));
        });
    router.post<Login, TokenReply>(
        "/auth/login",
        {.summary = "Sign in with an e-mail address or a username",
         .tag = "auth",
         .access = Access::anyone,
         .faults = {Fault::token_invalid, Fault::forbidden, Fault::unavailable},
         .bare = true,
         .request_example = R"({"email": "lan@example.com", "password": "hoa sen trang 26"})",
         .rate_class = "sign-in"},
        [&service](Request r, Login b) { return service.sign_in(std::move(b), r.at); });
    router.post<Refresh, TokenReply>(
        "/auth/refresh",
        {.summary = "Trade a refresh token for a new pair",
         .tag = "auth",
         .access = Access::anyone,
         .faults = {Fault::token_invalid, Fault::token_expired, Fault::unavailable},
         .bare = true,
         .description = "The old refresh token is spent. When a spent one comes back, every token "
                        "that descends from the same sign-in is revoked."},
        [&service](Request r, Refresh b) { return service.refresh(std::move(b), r.at); });
    router.post<Logout, http::Empty>(
        "/auth/logout",
        {.summary = "Sign out", .tag = "auth", .status = 204, .faults = {Fault::unavailable}},
        [&service](Request r, Logout b) {
            return service.sign_out(r.who().claims, std::move(b), r.at);
        });
}

}  // namespace lexi::auth
