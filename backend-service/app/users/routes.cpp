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

// Handed out as fast as the client takes it. Once the head is sent there is no other answer left,
// so everything was read and written before.
drogon::HttpResponsePtr streamed(Export ready) {
    auto sent = std::make_shared<std::size_t>(0);
    const auto size = ready.file->size();
    auto response = drogon::HttpResponse::newStreamResponse(
        [file = std::move(ready.file), sent](char* to, std::size_t room) -> std::size_t {
            if (to == nullptr) return 0;
            const auto got = file->read(*sent, to, room);
            *sent += got;
            return got;
        },
        "lexilingo.json", drogon::CT_CUSTOM, "application/json");
    response->addHeader("Content-Length", std::to_string(size));
    response->addHeader("Cache-Control", "no-store");
    return response;
}

Task<drogon::HttpResponsePtr> export_all(UserService* service, Request request) {
    auto ready = co_await service->export_all(request.who().id, request.id, request.at);
    if (!ready) co_return http::problem_reply(ready.error(), request.id);
    co_return streamed(std::move(*ready));
}

// A table's rows have the columns of the table.
http::Media export_media() {
    const auto schema = nlohmann::json::parse(R"({
        "type": "object", "required": ["success", "data", "meta"],
        "properties": {
            "success": {"const": true},
            "data": {"type": "object", "required": ["exported_at", "tables"], "properties": {
                "exported_at": {"type": "string", "format": "date-time"},
                "tables": {"type": "object", "additionalProperties":
                    {"type": "array", "items": {"type": "object"}}}}},
            "meta": {"$ref": "#/components/schemas/Meta"}}})");
    return {.request = {},
            .response = {{"application/json", {{"schema", schema}}}},
            .other_statuses = {}};
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
                             .faults = {Fault::not_found},
                             .own_session = true},
                            [&service](Request r) { return service.erase(r.who().id, r.at); });
    router.get<UserView>(
        "/users/{id}",
        {.summary = "A user, for administrators", .tag = "users", .access = http::Access::admin},
        [&service](Request r) { return show(&service, std::move(r)); });
    router.raw(http::Method::get, "/users/me/export",
               {.summary = "Everything of yours, as JSON",
                .tag = "users",
                .faults = {Fault::not_found},
                .description = "Every row that belongs to you, table by table, as of one moment."},
               export_media(),
               [&service](Request r) { return export_all(&service, std::move(r)); });
}

}  // namespace lexi::users
