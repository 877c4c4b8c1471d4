#include "kit/socket.hpp"

#include <algorithm>

#include "kit/log.hpp"
#include "kit/sse.hpp"

namespace lexi::http {
namespace {

using drogon::CloseCode;
using drogon::WebSocketMessageType;

constexpr double kFirstMessageSeconds = 10;
constexpr std::size_t kMostWaiting = 32;  // messages before the token has been looked at
constexpr std::chrono::seconds kPing{20};

Result<nlohmann::json> first_message(const std::string& text) {
    auto first = nlohmann::json::parse(text, nullptr, false);
    if (!first.is_object() || first.value("type", nlohmann::json()) != "start") {
        return fail_field("type", "the first message must be a JSON object with type \"start\"");
    }
    if (!first.contains("token") || !first["token"].is_string()) {
        return fail_field("token", "is required: an access token");
    }
    return first;
}

}  // namespace

struct SocketServer::Client {
    const SocketRoute* route = nullptr;
    Request request;
    std::shared_ptr<Socket> socket;
    std::shared_ptr<Conversation> conversation;
    bool started = false;  // the first message has come
    std::vector<std::pair<WebSocketMessageType, std::string>> waiting;

    void take(WebSocketMessageType type, std::string message) const {
        if (type == WebSocketMessageType::Text) conversation->text(std::move(message));
        if (type == WebSocketMessageType::Binary) conversation->bytes(std::move(message));
    }
};

void Socket::send(std::string_view json) {
    if (alive()) connection_->send(json, WebSocketMessageType::Text);
}

void Socket::fail(const Problem& problem) {
    nlohmann::json told{
        {"type", "error"}, {"code", code_of(problem.fault)}, {"message", problem.say}};
    if (!problem.fields.empty()) told["fields"] = problem.fields;
    if (problem.retry_after_s != 0) told["retry_after"] = problem.retry_after_s;
    send(told.dump());
    if (!alive()) return;
    const bool ours = status_of(problem.fault) >= 500;
    connection_->shutdown(ours ? CloseCode::kUnexpectedCondition : CloseCode::kViolation);
}

void Socket::close() {
    if (alive()) connection_->shutdown(CloseCode::kNormalClosure);
}

void SocketServer::handleNewConnection(const drogon::HttpRequestPtr& raw,
                                       const drogon::WebSocketConnectionPtr& connection) {
    const auto route = std::ranges::find(router_.sockets(), raw->path(),
                                         [](const auto& one) { return one->endpoint.pattern; });
    auto client = std::make_shared<Client>();
    client->socket = std::make_shared<Socket>(connection);
    connection->setContext(client);
    if (route == router_.sockets().end()) {
        return client->socket->fail(
            {.fault = Fault::not_found, .say = "There is nothing at this address."});
    }
    client->route = route->get();
    client->request = {.raw = raw,
                       .id = Uuid::random().str(),
                       .at = now(),
                       .address = raw->peerAddr().toIp(),
                       .caller = {},
                       .path_values = {}};
    // A page of another site may open a socket as any may; it does not have the token, and is not
    // to try (OWASP ASVS 4.4.2).
    const auto& origin = raw->getHeader("origin");
    const bool own = origin.ends_with("//" + raw->getHeader("host"));
    if (!origin.empty() && !own && !std::ranges::contains(origins_, origin)) {
        return client->socket->fail(
            {.fault = Fault::forbidden, .say = "This page may not open a socket here."});
    }
    connection->setPingMessage("", kPing);
    trantor::EventLoop::getEventLoopOfCurrentThread()->runAfter(
        kFirstMessageSeconds, [weak = std::weak_ptr(client)] {
            const auto late = weak.lock();
            if (!late || late->started) return;
            late->socket->fail(
                {.fault = Fault::unauthenticated, .say = "No first message came in time."});
        });
}

void SocketServer::handleNewMessage(const drogon::WebSocketConnectionPtr& connection,
                                    std::string&& message, const WebSocketMessageType& type) {
    const auto client = connection->getContext<Client>();
    const bool content = type == WebSocketMessageType::Text || type == WebSocketMessageType::Binary;
    if (!client || client->route == nullptr || !content) return;
    if (client->conversation) return client->take(type, std::move(message));
    if (client->started) {
        if (client->waiting.size() < kMostWaiting) {
            client->waiting.emplace_back(type, std::move(message));
        } else {
            client->socket->fail({.fault = Fault::too_large, .say = "Too much before the start."});
        }
        return;
    }
    client->started = true;
    detach(begin(client, type == WebSocketMessageType::Text ? std::move(message) : std::string()));
}

Task<void> SocketServer::begin(std::shared_ptr<Client> client, std::string text) {
    auto first = first_message(text);
    if (!first) {
        client->socket->fail(first.error());
        co_return;
    }
    const auto refused = co_await admit_(&client->request, &client->route->endpoint,
                                         first->at("token").get<std::string>());
    if (!client->socket->alive()) co_return;
    if (refused) {
        client->socket->fail(*refused);
        co_return;
    }
    first->erase("token");
    auto conversation = client->route->begin(client->socket, client->request, *first);
    if (!conversation) {
        client->socket->fail(conversation.error());
        co_return;
    }
    client->conversation = std::move(*conversation);
    for (auto& [type, message] : std::exchange(client->waiting, {})) {
        client->take(type, std::move(message));
    }
}

void SocketServer::handleConnectionClosed(const drogon::WebSocketConnectionPtr& connection) {
    const auto client = connection->getContext<Client>();
    if (!client) return;
    client->started = true;
    if (client->conversation) client->conversation->gone();
    client->conversation.reset();
    connection->clearContext();
}

}  // namespace lexi::http
