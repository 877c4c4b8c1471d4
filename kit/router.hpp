#pragma once
// The HTTP edge, part 2: routes as typed functions.
//
//     router.post<AddWord, WordView>("/vocabulary",
//         {.summary = "Add a word", .tag = "vocabulary", .status = 201, .faults =
//         {Fault::already_exists}},
//         [&service](Request request, AddWord body) { return service.add(request.who().id, body);
//         });
//
// A handler returns Task<Result<T>> or Task<Result<Reply<T>>>. It must not be a capturing coroutine
// lambda: it calls one that takes its arguments by value. The router parses, checks access, writes
// the answer, logs, counts, and documents the route in /openapi.json.
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "kit/body.hpp"
#include "kit/http.hpp"

namespace lexi::http {

/// What the documentation and the edge need to know of a route beside its types.
struct Operation {
    std::string summary;
    std::string tag;
    Access access = Access::learner;
    int status = 200;
    std::vector<Fault> faults;  // beyond those that every route of its kind can give
    bool idempotent = false;    // takes Idempotency-Key
    bool bare = false;          // the OAuth 2 token replies stand outside the envelope
    bool paged = false;         // the envelope has `pagination`
    std::string description;
    std::string request_example;  // JSON; shown in the document and used by contract tests
    std::string rate_class;       // "" default, or a class of Limits (sign-in, chat)
    bool own_session = false;     // changes the account itself: no personal token opens it
    /// The field of the form in which a client that cannot send headers has its token.
    std::string token_field;
    /// Where the route speaks another API: how that API words a refusal, its JSON Schema and its
    /// type.
    drogon::HttpResponsePtr (*refusal)(const Problem&, std::string_view request_id) = nullptr;
    const nlohmann::json* refusal_schema = nullptr;
    std::string refusal_type = "application/json";
};

/// For routes whose body or reply is not plain JSON: the OpenAPI `content` maps, written out.
struct Media {
    nlohmann::json request;           // {"multipart/form-data": {"schema": …}} or null
    nlohmann::json response;          // {"text/event-stream": {…}, "application/json": …} or null
    std::vector<int> other_statuses;  // 206, 304, …
};

struct Endpoint {
    Method method;
    std::string pattern;  // with the prefix: /api/v1/vocabulary/{id}/review
    std::vector<std::string> segments;
    Operation op;
    Media media;
    const nlohmann::json* body = nullptr;
    const nlohmann::json* query = nullptr;
    const nlohmann::json* data = nullptr;  // nullptr: no content
    std::function<Task<drogon::HttpResponsePtr>(Request)> run;
};

class Socket;  // socket.hpp

/// What a socket route does with one client, from its first message on. On the connection's event
/// loop; `gone` comes once, last.
class Conversation {
public:
    virtual ~Conversation() = default;
    virtual void text(std::string message) = 0;
    virtual void bytes(std::string message) = 0;
    virtual void gone() = 0;
};

/// `first` is the first message, without its token.
using BeginConversation = std::function<Result<std::shared_ptr<Conversation>>(
    std::shared_ptr<Socket>, Request, const nlohmann::json& first)>;

struct SocketRoute {
    Endpoint endpoint;  // who may come in; never run
    BeginConversation begin;
};

template <class T>
struct ReplyOf;
template <class T>
struct ReplyOf<Task<Result<T>>> {
    using Data = T;
};
template <class T>
struct ReplyOf<Task<Result<Reply<T>>>> {
    using Data = T;
};

/// A named part that /ready asks. Returns what is wrong, or nothing.
using ReadyCheck = std::function<Task<std::optional<std::string>>()>;

class Router {
public:
    Router(std::string title, std::string version, std::string prefix)
        : title_(std::move(title)), version_(std::move(version)), prefix_(std::move(prefix)) {}

    template <class Data, class Query = None, class Handler>
    void get(std::string path, Operation op, Handler handler) {
        if constexpr (std::is_same_v<Query, None>) {
            add<None, Data>(Method::get, std::move(path), std::move(op),
                            [handler](Request r, None) { return handler(std::move(r)); });
        } else {
            auto& endpoint = add_endpoint(Method::get, std::move(path), std::move(op));
            endpoint.query = &schema_of<Query>();
            document<Data>(endpoint);
            endpoint.run = [handler, op = endpoint.op](Request request) {
                auto query = read_query<Query>(request);
                return answer<Query, Data>(handler, std::move(request), std::move(query), op);
            };
        }
    }
    template <class Body, class Data, class Handler>
    void post(std::string path, Operation op, Handler handler) {
        add<Body, Data>(Method::post, std::move(path), std::move(op), handler);
    }
    template <class Body, class Data, class Handler>
    void put(std::string path, Operation op, Handler handler) {
        add<Body, Data>(Method::put, std::move(path), std::move(op), handler);
    }
    template <class Body, class Data, class Handler>
    void patch(std::string path, Operation op, Handler handler) {
        add<Body, Data>(Method::patch, std::move(path), std::move(op), handler);
    }
    template <class Data, class Handler>
    void del(std::string path, Operation op, Handler handler) {
        add<None, Data>(Method::del, std::move(path), std::move(op),
                        [handler](Request r, None) { return handler(std::move(r)); });
    }
    /// A route that reads and writes its own bytes (uploads, audio, streams). It must answer every
    /// path; Problems through problem_reply. A path that begins with `!` stands outside the prefix.
    template <class Data = Empty>
    void raw(Method method, std::string path, Operation op, Media media,
             std::function<Task<drogon::HttpResponsePtr>(Request)> run) {
        auto& endpoint = add_endpoint(method, std::move(path), std::move(op));
        endpoint.media = std::move(media);
        document<Data>(endpoint);
        endpoint.run = std::move(run);
    }

    /// The same for a route that takes JSON and may answer with something else.
    template <class Body, class Data>
    void post_raw(std::string path, Operation op, Media media,
                  std::function<Task<drogon::HttpResponsePtr>(Request)> run) {
        auto& endpoint = add_endpoint(Method::post, std::move(path), std::move(op));
        endpoint.media = std::move(media);
        endpoint.body = &schema_of<Body>();
        document<Data>(endpoint);
        endpoint.run = std::move(run);
    }

    /// A WebSocket (socket.hpp). OpenAPI has no word for one: docs/speech.md describes them.
    void socket(const std::string& path, Operation op, BeginConversation begin);
    const std::vector<std::unique_ptr<SocketRoute>>& sockets() const { return sockets_; }

    void add_ready_check(std::string name, ReadyCheck check) {
        checks_.emplace_back(std::move(name), std::move(check));
    }

    const std::vector<std::unique_ptr<Endpoint>>& endpoints() const { return endpoints_; }
    const std::vector<std::pair<std::string, ReadyCheck>>& ready_checks() const { return checks_; }
    const std::string& title() const { return title_; }
    const std::string& version() const { return version_; }

private:
    Endpoint& add_endpoint(Method method, std::string path, Operation op);

    template <class Data>
    static void document(Endpoint& endpoint) {
        if constexpr (!std::is_same_v<Data, Empty>) endpoint.data = &schema_of<Data>();
        if constexpr (std::is_same_v<Data, Empty>) {
            if (endpoint.media.response.is_null()) endpoint.op.status = 204;
        }
    }

    template <class Body, class Data, class Handler>
    void add(Method method, std::string path, Operation op, Handler handler) {
        auto& endpoint = add_endpoint(method, std::move(path), std::move(op));
        if constexpr (!std::is_same_v<Body, None>) endpoint.body = &schema_of<Body>();
        document<Data>(endpoint);
        endpoint.run = [handler, op = endpoint.op](Request request) {
            if constexpr (std::is_same_v<Body, None>) {
                return answer<None, Data>(handler, std::move(request), Result<None>{None{}}, op);
            } else {
                auto body = read_body<Body>(request);
                return answer<Body, Data>(handler, std::move(request), std::move(body), op);
            }
        };
    }

    template <class Input, class Data, class Handler>
    static Task<drogon::HttpResponsePtr> answer(Handler handler, Request request,
                                                Result<Input> input, Operation op) {
        const std::string id = request.id;
        if (!input) co_return problem_reply(input.error(), id);
        auto outcome = co_await handler(std::move(request), std::move(*input));
        static_assert(std::is_same_v<typename ReplyOf<Task<decltype(outcome)>>::Data, Data>,
                      "the handler's data type is not the one the route declares");
        if (!outcome) co_return problem_reply(outcome.error(), id);
        Reply<Data> reply(std::move(*outcome));
        const int status = reply.status != 0 ? reply.status : op.status;
        std::string json;
        if constexpr (!std::is_same_v<Data, Empty>) json = write_json(reply.data);
        auto response = json_reply(status, json, reply.page, id, op.bare);
        for (auto& [name, value] : reply.headers) response->addHeader(name, value);
        co_return response;
    }

    std::string title_;
    std::string version_;
    std::string prefix_;
    std::vector<std::unique_ptr<Endpoint>> endpoints_;
    std::vector<std::unique_ptr<SocketRoute>> sockets_;
    std::vector<std::pair<std::string, ReadyCheck>> checks_;
};

/// The OpenAPI 3.1 document of everything mounted, as JSON text.
std::string openapi(const Router& router);

}  // namespace lexi::http
