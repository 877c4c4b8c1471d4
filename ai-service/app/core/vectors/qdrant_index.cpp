#include "core/vectors/qdrant_index.hpp"

#include <drogon/HttpClient.h>
#include <trantor/net/EventLoopThread.h>

#include <atomic>
#include <cmath>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"

namespace lexi::core {
namespace {

using nlohmann::json;

constexpr std::size_t kPage = 1000;
constexpr std::array kFields{"user", "kind", "level", "language"};

json payload_of(const VectorPayload& p) {
    return {{"user", p.user}, {"kind", p.kind}, {"level", p.level}, {"language", p.language}};
}

VectorPayload payload_from(const json& j) {
    return {.user = j.value("user", ""),
            .kind = j.value("kind", ""),
            .level = j.value("level", ""),
            .language = j.value("language", "")};
}

json filter_of(const VectorFilter& filter) {
    json must = json::array();
    const auto ask = [&must](const char* key, const std::optional<std::string>& value) {
        if (value) must.push_back({{"key", key}, {"match", {{"value", *value}}}});
    };
    ask("user", filter.user);
    ask("kind", filter.kind);
    ask("level", filter.level);
    ask("language", filter.language);
    return {{"must", std::move(must)}};
}

std::vector<std::string> texts_of(const std::vector<Uuid>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.str());
    return texts;
}

bool usable(const std::vector<float>& vector, std::size_t width) {
    double square = 0;
    for (const float v : vector) square += double{v} * v;
    return vector.size() == width && std::isfinite(square) && square > 0;
}

std::unexpected<Problem> wrong_vector() {
    return fail(Fault::invalid, "The vector has not the index's width, or no length.");
}

std::unexpected<Problem> away() { return fail_busy("The vector store does not answer.", 5); }

class QdrantIndex final : public VectorIndex {
public:
    explicit QdrantIndex(QdrantConfig config) : config_(std::move(config)), thread_("qdrant") {
        thread_.run();
        client_ = drogon::HttpClient::newHttpClient(config_.url, thread_.getLoop());
    }

    Result<void> upsert(const std::vector<VectorPoint>& points) override {
        json list = json::array();
        for (const auto& point : points) {
            if (!usable(point.vector, config_.dimensions)) return wrong_vector();
            list.push_back({{"id", point.id.str()},
                            {"vector", point.vector},
                            {"payload", payload_of(point.payload)}});
        }
        if (list.empty()) return {};
        return done(call(drogon::Put, "/points?wait=true", {{"points", std::move(list)}}));
    }

    Result<void> remove(const std::vector<Uuid>& ids) override {
        if (ids.empty()) return {};
        return done(call(drogon::Post, "/points/delete?wait=true", {{"points", texts_of(ids)}}));
    }

    Result<std::vector<VectorHit>> search(const std::vector<float>& vector,
                                          const VectorFilter& filter,
                                          std::size_t limit) const override {
        if (!usable(vector, config_.dimensions)) return wrong_vector();
        if (limit == 0) return std::vector<VectorHit>{};
        const auto reply = call(drogon::Post, "/points/search",
                                {{"vector", vector},
                                 {"limit", limit},
                                 {"filter", filter_of(filter)},
                                 {"with_payload", true}});
        if (!reply) return std::unexpected(reply.error());
        return read<std::vector<VectorHit>>(*reply, [](const json& result) {
            std::vector<VectorHit> hits;
            for (const auto& one : result) {
                const auto id = Uuid::parse(one.at("id").get<std::string>());
                if (!id) continue;
                hits.push_back({.id = *id,
                                .score = one.at("score").get<double>(),
                                .payload = payload_from(one.at("payload"))});
            }
            return hits;
        });
    }

    Result<std::uint64_t> count() const override {
        const auto reply = call(drogon::Post, "/points/count", {{"exact", true}});
        if (!reply) return std::unexpected(reply.error());
        return read<std::uint64_t>(
            *reply, [](const json& result) { return result.at("count").get<std::uint64_t>(); });
    }

    Result<std::vector<Uuid>> ids() const override {
        std::vector<Uuid> all;
        json offset;  // null: from the beginning; null again: the end
        do {
            json ask{{"limit", kPage}, {"with_payload", false}, {"with_vector", false}};
            if (!offset.is_null()) ask["offset"] = offset;
            const auto reply = call(drogon::Post, "/points/scroll", ask);
            if (!reply) return std::unexpected(reply.error());
            const auto next = read<json>(*reply, [&all](const json& result) {
                for (const auto& one : result.at("points")) {
                    if (auto id = Uuid::parse(one.at("id").get<std::string>())) all.push_back(*id);
                }
                return result.at("next_page_offset");
            });
            if (!next) return std::unexpected(next.error());
            offset = *next;
        } while (!offset.is_null());
        return all;
    }

    Result<void> flush() override { return {}; }

private:
    static Result<void> done(const Result<json>& reply) {
        if (!reply) return std::unexpected(reply.error());
        return {};
    }

    // A server of another version may answer something else: that is a server that cannot serve.
    template <class T, class Read>
    static Result<T> read(const json& result, Read&& reader) {
        try {
            return reader(result);
        } catch (const json::exception& strange) {
            log::error("qdrant.strange_answer", {{"what", strange.what()}});
            return away();
        }
    }

    Result<json> call(drogon::HttpMethod method, const std::string& path, const json& body) const {
        if (auto ready = prepare(); !ready) return std::unexpected(ready.error());
        return send(method, "/collections/" + config_.collection + path, body);
    }

    Result<json> send(drogon::HttpMethod method, const std::string& path, const json& body) const {
        auto request = drogon::HttpRequest::newHttpRequest();
        request->setMethod(method);
        const auto question = path.find('?');
        request->setPath(path.substr(0, question));
        if (question != std::string::npos) request->setParameter("wait", "true");
        request->setContentTypeCode(drogon::CT_APPLICATION_JSON);
        request->setBody(body.dump());
        const auto [result, response] = client_->sendRequest(request, config_.timeout_s);
        if (result != drogon::ReqResult::Ok || !response) return away();
        if (response->getStatusCode() == drogon::k409Conflict) return json{};  // made already
        if (response->getStatusCode() >= 300) {
            log::error("qdrant.refused", {{"status", static_cast<int>(response->getStatusCode())}});
            return away();
        }
        auto reply = json::parse(response->getBody(), nullptr, false);
        if (!reply.is_object() || !reply.contains("result")) return away();
        return std::move(reply["result"]);
    }

    // Making what is there already changes nothing, so that several processes may do it at once.
    Result<void> prepare() const {
        if (prepared_) return {};
        const auto path = "/collections/" + config_.collection;
        auto made = send(drogon::Put, path,
                         {{"vectors", {{"size", config_.dimensions}, {"distance", "Cosine"}}}});
        for (const auto* field : kFields) {
            if (!made) return std::unexpected(made.error());
            made = send(drogon::Put, path + "/index?wait=true",
                        {{"field_name", field}, {"field_schema", "keyword"}});
        }
        if (!made) return std::unexpected(made.error());
        prepared_ = true;
        return {};
    }

    const QdrantConfig config_;
    trantor::EventLoopThread thread_;  // of its own: a caller that waits must not wait for itself
    drogon::HttpClientPtr client_;
    mutable std::atomic<bool> prepared_ = false;
};

}  // namespace

std::unique_ptr<VectorIndex> make_qdrant_index(QdrantConfig config) {
    return std::make_unique<QdrantIndex>(std::move(config));
}

}  // namespace lexi::core
