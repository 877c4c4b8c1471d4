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

Task<Result<Reply<PersonalTokenGiven>>> give(PersonalTokens* tokens, Request request,
                                             NewPersonalToken body) {
    auto given = co_await tokens->give(request.who().id, std::move(body), request.at);
    if (!given) co_return std::unexpected(given.error());
    auto where = "/api/v1/auth/tokens/" + given->id;
    co_return Reply<PersonalTokenGiven>(std::move(*given))
        .with_header("Location", std::move(where));
}

Task<Result<PersonalTokenView>> show(PersonalTokens* tokens, Request request) {
    const auto id = request.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto token = co_await tokens->show(request.who().id, *id, request.at);
    co_return token;
}

Task<Result<http::Empty>> remove(PersonalTokens* tokens, Request request) {
    const auto id = request.path_id("id");
    if (!id) co_return std::unexpected(id.error());
    auto done = co_await tokens->remove(request.who().id, *id, request.at);
    co_return done;
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
        [&service](Request r, Login b) { return service.sign_in(std::move(b), r.address, r.at); });
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
        {.summary = "Sign out, here or everywhere",
         .tag = "auth",
         .status = 204,
         .description =
             "The access token is refused from then on. With `refresh_token` its session "
             "ends as well; with `all` every session does. Personal tokens stay.",
         .own_session = true},
        [&service](Request r, Logout b) {
            return service.sign_out(r.who().claims, std::move(b), r.at);
        });
    router.post<PasswordChange, TokenReply>(
        "/users/me/password",
        {.summary = "Change your password",
         .tag = "users",
         .faults = {Fault::conflict},
         .bare = true,
         .description =
             "Ends every other session and every personal token. The reply holds the new "
             "pair of this session, as at signing in.",
         .request_example =
             R"({"current_password": "hoa sen trang 26", "new_password": "hoa sung do 2027"})",
         .own_session = true},
        [&service](Request r, PasswordChange b) {
            return service.change_password(r.who().id, std::move(b), r.address, r.at);
        });
}

void mount_personal_tokens(http::Router& router, PersonalTokens& tokens) {
    router.post<NewPersonalToken, PersonalTokenGiven>(
        "/auth/tokens",
        {.summary = "Make a personal access token, for an editor or a script",
         .tag = "auth",
         .status = 201,
         .faults = {Fault::conflict},
         .description = "The token is shown this once. It opens what its scopes say (read: GET "
                        "routes of the Backend; write: its other routes; ai: the AI service), and "
                        "never what changes the account or needs a role.",
         .request_example =
             R"({"name": "my editor", "expires_in_days": 90, "scopes": ["read", "ai"]})",
         .own_session = true},
        [&tokens](Request r, NewPersonalToken b) {
            return give(&tokens, std::move(r), std::move(b));
        });
    router.get<std::vector<PersonalTokenView>>(
        "/auth/tokens",
        {.summary = "Your personal access tokens", .tag = "auth", .own_session = true},
        [&tokens](Request r) { return tokens.list(r.who().id, r.at); });
    router.get<PersonalTokenView>(
        "/auth/tokens/{id}",
        {.summary = "One of your personal access tokens", .tag = "auth", .own_session = true},
        [&tokens](Request r) { return show(&tokens, std::move(r)); });
    router.del<http::Empty>(
        "/auth/tokens/{id}",
        {.summary = "Delete a personal access token; it is refused from then on",
         .tag = "auth",
         .own_session = true},
        [&tokens](Request r) { return remove(&tokens, std::move(r)); });
}

}  // namespace lexi::auth
