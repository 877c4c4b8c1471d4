#include "chat/routes.hpp"

#include "kit/sse.hpp"

namespace lexi::chat {
namespace {

using http::Request;

std::string problem_json(const Problem& problem, const std::string& id) {
    return std::string(http::problem_reply(problem, id)->body());
}

// Runs on after the response's head is sent; every end closes the stream.
Task<void> stream(ChatService* service, Request request, std::shared_ptr<Turn> turn,
                  std::shared_ptr<http::Sse> sse) {
    const Listeners listeners{
        .token =
            [sse](std::string_view text) {
                return sse->send("token", http::write_json(TokenEvent{std::string(text)}));
            },
        .correction = [sse](const Correction& c) { sse->send("correction", http::write_json(c)); }};
    const auto reply = co_await service->answer(std::move(turn), listeners, request.raw);
    if (reply) {
        sse->send("done", http::write_json(*reply));
    } else {
        sse->send("error", problem_json(reply.error(), request.id));
    }
    sse->close();
}

// What can be refused is refused with its own status, before a stream begins.
Task<drogon::HttpResponsePtr> chat(ChatService* service, Request request) {
    auto body = http::read_body<ChatBody>(request);
    if (!body) co_return http::problem_reply(body.error(), request.id);
    const bool streamed =
        body->stream.value_or(false) || request.header("accept").starts_with("text/event-stream");
    body->stream.reset();  // how an answer is sent is no part of what was asked
    const auto turn = co_await service->open(request, std::move(*body));
    if (!turn) co_return http::problem_reply(turn.error(), request.id);
    if (streamed) {
        auto sse = http::Sse::open(request);
        auto response = sse->response();
        http::detach(stream(service, std::move(request), *turn, std::move(sse)));
        co_return response;
    }
    const auto reply = co_await service->answer(*turn, {}, request.raw);
    if (!reply) co_return http::problem_reply(reply.error(), request.id);
    co_return http::json_reply(200, http::write_json(*reply), {}, request.id, false);
}

Task<Result<http::Reply<Note>>> add_note(ChatService* service, Request r, NewNote note) {
    auto added = co_await service->add_note(r.who().id, std::move(note), r.at);
    if (!added) co_return std::unexpected(added.error());
    http::Reply<Note> reply(std::move(*added));
    reply.with_header("Location", "/api/v1/ai/chat/memory/" + reply.data.id);
    co_return reply;
}

Task<Result<Note>> change_note(ChatService* service, Request r, NoteChange change) {
    const auto id = core::parse_object_id(r.path("id"));
    if (!id) co_return fail(Fault::not_found, "There is no such note.");
    auto reply = co_await service->change_note(r.who().id, *id, std::move(change), r.at);
    co_return reply;
}

Task<Result<http::Empty>> forget_note(ChatService* service, Request r) {
    const auto id = core::parse_object_id(r.path("id"));
    if (!id) co_return fail(Fault::not_found, "There is no such note.");
    auto reply = co_await service->forget_note(r.who().id, *id);
    co_return reply;
}

nlohmann::json event_schema() {
    return {{"type", "object"},
            {"properties",
             {{"event", {{"enum", {"token", "correction", "done", "error"}}}},
              {"data", {{"type", "string"}}}}}};
}

// What the tutor remembers: the learner's to read, to correct and to delete.
void mount_memory(http::Router& router, ChatService& service) {
    router.get<std::vector<Note>>(
        "/ai/chat/memory",
        {.summary = "What the tutor remembers of you",
         .tag = "chat",
         .description = "Interests, goals and facts that you mentioned, newest first. The tutor is "
                        "given five of them when a conversation begins."},
        [&service](Request r) { return service.notes(r.who().id); });
    router.post<NewNote, Note>(
        "/ai/chat/memory",
        {.summary = "Tell the tutor something to remember",
         .tag = "chat",
         .status = 201,
         .request_example = R"({"kind": "goal", "text": "wants to work in a hotel"})"},
        [&service](Request r, NewNote n) {
            return add_note(&service, std::move(r), std::move(n));
        });
    router.del<http::Empty>("/ai/chat/memory",
                            {.summary = "Make the tutor forget everything", .tag = "chat"},
                            [&service](Request r) { return service.forget_all(r.who().id); });
    router.patch<NoteChange, Note>("/ai/chat/memory/{id}",
                                   {.summary = "Correct what the tutor remembers", .tag = "chat"},
                                   [&service](Request r, NoteChange c) {
                                       return change_note(&service, std::move(r), std::move(c));
                                   });
    router.del<http::Empty>("/ai/chat/memory/{id}",
                            {.summary = "Make the tutor forget one thing", .tag = "chat"},
                            [&service](Request r) { return forget_note(&service, std::move(r)); });
}

Result<core::ObjectId> session_id(const Request& request) {
    const auto id = core::parse_object_id(request.path("id"));
    if (!id) return no_session();
    return *id;
}

Task<Result<http::Reply<SessionView>>> show(ChatService* service, Request r, PageFilter filter) {
    const auto id = session_id(r);
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->session(r.who().id, *id, filter);
    co_return reply;
}

Task<Result<SessionItem>> rename(ChatService* service, Request r, SessionChange change) {
    const auto id = session_id(r);
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->rename(r.who().id, *id, std::move(change), r.at);
    co_return reply;
}

Task<Result<http::Empty>> remove(ChatService* service, Request r) {
    const auto id = session_id(r);
    if (!id) co_return std::unexpected(id.error());
    auto reply = co_await service->remove(r.who().id, *id);
    co_return reply;
}

}  // namespace

void mount_chat(http::Router& router, ChatService& service) {
    router.post_raw<ChatBody, ChatReply>(
        "/ai/chat",
        {.summary = "Say something to the tutor",
         .tag = "chat",
         .faults = {Fault::model_loading, Fault::not_found, Fault::forbidden},
         .idempotent = true,
         .description =
             "With stream: true, or Accept: text/event-stream, the answer comes as events: "
             "token {text}, correction, done (the whole reply) or error (a problem). "
             "Closing the connection stops the generation.",
         .request_example =
             R"({"message": "Hello! I go to market yesterday.", "user_level": "A1"})",
         .rate_class = "chat"},
        {.response = {{"text/event-stream", {{"schema", event_schema()}}}}},
        [&service](Request r) { return chat(&service, std::move(r)); });
    router.get<std::vector<ScenarioItem>, ScenarioFilter>(
        "/ai/chat/scenarios",
        {.summary = "Role-plays, with what the learner is to do in each",
         .tag = "chat",
         .description = "Begin one by sending its id as scenario_id with the first message; the "
                        "partner has said `opening` by then."},
        [&service](Request, ScenarioFilter f) { return service.scenarios(std::move(f)); });
    router.get<std::vector<SessionItem>, PageFilter>(
        "/ai/chat/sessions",
        {.summary = "Your conversations, newest first", .tag = "chat", .paged = true},
        [&service](Request r, PageFilter f) { return service.sessions(r.who().id, f); });
    router.get<SessionView, PageFilter>(
        "/ai/chat/sessions/{id}",
        {.summary = "A conversation with its messages", .tag = "chat", .paged = true},
        [&service](Request r, PageFilter f) { return show(&service, std::move(r), f); });
    router.patch<SessionChange, SessionItem>(
        "/ai/chat/sessions/{id}", {.summary = "Rename a conversation", .tag = "chat"},
        [&service](Request r, SessionChange c) {
            return rename(&service, std::move(r), std::move(c));
        });
    router.del<http::Empty>("/ai/chat/sessions/{id}",
                            {.summary = "Delete a conversation", .tag = "chat"},
                            [&service](Request r) { return remove(&service, std::move(r)); });
    mount_memory(router, service);
}

}  // namespace lexi::chat
