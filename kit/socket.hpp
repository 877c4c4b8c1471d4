#pragma once
// WebSockets (RFC 6455) under the API's rules. A browser cannot send headers with one, so the first
// message carries the access token: {"type": "start", "token": …, and what the route asks for}. It
// must come within ten seconds. Every message of ours is JSON with a `type`; the last before we
// close a conversation that failed is {"type": "error", "code": …, "message": …, "fields"?}.
#include <drogon/WebSocketConnection.h>
#include <drogon/WebSocketController.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "kit/router.hpp"

namespace lexi::http {

/// Our end of one conversation. On its connection's event loop; all calls do nothing once it has
/// closed.
class Socket {
public:
    explicit Socket(drogon::WebSocketConnectionPtr connection)
        : connection_(std::move(connection)) {}
    void send(std::string_view json);
    void fail(const Problem& problem);
    void close();
    bool alive() const { return connection_->connected(); }

private:
    drogon::WebSocketConnectionPtr connection_;
};

/// Refuses what `endpoint` does not allow the bearer of `token`; else fills `request->caller`.
using Admit = std::function<Task<std::optional<Problem>>(Request* request, const Endpoint* endpoint,
                                                         std::string token)>;

/// Drogon's side of all socket routes.
class SocketServer : public drogon::WebSocketController<SocketServer, false> {
public:
    SocketServer(const Router& router, Admit admit, std::vector<std::string> allowed_origins)
        : router_(router), admit_(std::move(admit)), origins_(std::move(allowed_origins)) {}
    static void initPathRouting() {}  // the router's paths are mounted by serve()

    void handleNewConnection(const drogon::HttpRequestPtr& raw,
                             const drogon::WebSocketConnectionPtr& connection) override;
    void handleNewMessage(const drogon::WebSocketConnectionPtr& connection, std::string&& message,
                          const drogon::WebSocketMessageType& type) override;
    void handleConnectionClosed(const drogon::WebSocketConnectionPtr& connection) override;

private:
    struct Client;
    Task<void> begin(std::shared_ptr<Client> client, std::string first);

    const Router& router_;
    Admit admit_;
    std::vector<std::string> origins_;
};

}  // namespace lexi::http
