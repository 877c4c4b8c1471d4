#include "core/mongo.hpp"

#include <bsoncxx/v1/document/value.hpp>
#include <bsoncxx/v1/document/view.hpp>
#include <cstring>
#include <format>
#include <mongocxx/v1/collection.hpp>
#include <mongocxx/v1/count_options.hpp>
#include <mongocxx/v1/cursor.hpp>
#include <mongocxx/v1/database.hpp>
#include <mongocxx/v1/delete_many_options.hpp>
#include <mongocxx/v1/delete_many_result.hpp>
#include <mongocxx/v1/exception.hpp>
#include <mongocxx/v1/find_options.hpp>
#include <mongocxx/v1/insert_one_options.hpp>
#include <mongocxx/v1/insert_one_result.hpp>
#include <mongocxx/v1/instance.hpp>
#include <mongocxx/v1/logger.hpp>
#include <mongocxx/v1/pool.hpp>
#include <mongocxx/v1/update_one_options.hpp>
#include <mongocxx/v1/update_one_result.hpp>
#include <mongocxx/v1/uri.hpp>

#include "kit/log.hpp"

namespace lexi::core {
namespace {

constexpr std::uint32_t kRetryAfterS = 3;
constexpr int kDuplicateKey = 11000;

bsoncxx::v1::document::view view_of(std::string_view bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

bsoncxx::v1::document::value value_of(std::string_view bytes) {
    return bsoncxx::v1::document::value(view_of(bytes));
}

std::string copy_of(bsoncxx::v1::document::view document) {
    return {reinterpret_cast<const char*>(document.data()), document.size()};
}

// Writes go through the bulk API, whose refusals are no v1::server_error: the code's category
// tells.
bool from_server(const mongocxx::v1::exception& refused) {
    return refused.code() == mongocxx::v1::source_errc::server;
}

// The driver writes its own lines to stderr unless it is told otherwise: our log is JSON lines.
// Also FerretDB knows no endSessions, which the driver mentions for every client it closes.
class OurLog : public mongocxx::v1::logger {
public:
    void operator()(mongocxx::v1::log_level level, bsoncxx::v1::stdx::string_view domain,
                    bsoncxx::v1::stdx::string_view message) noexcept override {
        const std::string what(message.data(), message.size());
        if (level > mongocxx::v1::log_level::k_warning || what.contains("endSessions")) return;
        log::warn("mongo.driver",
                  {{"domain", std::string(domain.data(), domain.size())}, {"what", what}});
    }
};

// Codes by which a server says that it cannot serve now: not primary, shutting down, stepping down.
bool passing(int code) {
    for (const int known : {6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436}) {
        if (code == known) return true;
    }
    return false;
}

}  // namespace

struct MongoDriver::Impl {
    mongocxx::v1::instance instance{std::make_unique<OurLog>()};
};

MongoDriver::MongoDriver() : impl_(std::make_unique<Impl>()) {}
MongoDriver::~MongoDriver() = default;

struct Collection::Impl {
    mongocxx::v1::collection collection;
};

struct Connection::Impl {
    mongocxx::v1::pool::entry entry;
    mongocxx::v1::database database;
};

struct Mongo::Impl {
    Impl(const std::string& url, std::string name, std::size_t threads, std::size_t guests)
        : database(std::move(name)),
          pool(mongocxx::v1::uri(with_defaults(url, threads + guests))),
          workers("mongo", threads, threads * 16) {}

    std::string database;
    mongocxx::v1::pool pool;
    WorkerPool workers;  // ends before the pool whose connections its jobs hold
};

bool Collection::insert_bytes(std::string_view document) {
    try {
        impl_->collection.insert_one(view_of(document));
        return true;
    } catch (const mongocxx::v1::exception& refused) {
        if (from_server(refused) && refused.code().value() == kDuplicateKey) return false;
        throw;
    }
}

std::vector<std::string> Collection::find_bytes(std::string_view filter,
                                                const FindOptions& options) {
    mongocxx::v1::find_options wanted;
    if (!options.sort.empty()) wanted.sort(value_of(ordered(options.sort)));
    if (options.skip > 0) wanted.skip(options.skip);
    if (options.limit > 0) wanted.limit(options.limit);
    auto cursor = impl_->collection.find(view_of(filter), wanted);
    std::vector<std::string> found;
    for (const auto& document : cursor) found.push_back(copy_of(document));
    return found;
}

std::int64_t Collection::count_bytes(std::string_view filter) {
    return impl_->collection.count_documents(view_of(filter));
}

std::int64_t Collection::update_bytes(std::string_view filter, std::string_view change,
                                      bool upsert) {
    mongocxx::v1::update_one_options options;
    options.upsert(upsert);
    const auto done = impl_->collection.update_one(view_of(filter), view_of(change), options);
    return done ? done->matched_count() : 0;
}

std::int64_t Collection::remove_bytes(std::string_view filter) {
    const auto done = impl_->collection.delete_many(view_of(filter));
    return done ? done->deleted_count() : 0;
}

Collection Connection::operator[](std::string_view name) {
    return Collection(std::make_shared<Collection::Impl>(
        impl_.database.collection(bsoncxx::v1::stdx::string_view(name.data(), name.size()))));
}

void Connection::command(std::string_view bytes) { impl_.database.run_command(view_of(bytes)); }

Mongo::Mongo(const std::string& url, std::string database, std::size_t threads, std::size_t guests)
    : impl_(std::make_unique<Impl>(url, std::move(database), threads, guests)) {}

Mongo::~Mongo() = default;

WorkerPool& Mongo::workers() { return impl_->workers; }

// The one place where the driver's exceptions become our words. A server that understood us and
// said no has found a bug of ours: that one goes on to the HTTP edge as an exception.
Result<void> Mongo::guarded(const std::function<void(Connection&)>& job) {
    std::string why;
    try {
        auto entry = impl_->pool.acquire();
        auto database = entry->database(impl_->database);
        Connection::Impl impl{.entry = std::move(entry), .database = std::move(database)};
        Connection connection(impl);
        job(connection);
        return {};
    } catch (const mongocxx::v1::exception& refused) {
        if (from_server(refused) && !passing(refused.code().value())) throw;
        why = refused.what();
    }
    log::warn("mongo.unavailable", {{"what", why}});
    return fail_busy("The store of the AI service does not answer. Please try again shortly.",
                     kRetryAfterS);
}

std::optional<std::string> Mongo::ping() {
    const auto ok =
        guarded([](Connection& connection) { connection.command(ordered({{"ping", 1}})); });
    if (ok) return std::nullopt;
    return "does not answer";
}

std::string with_defaults(std::string url, std::size_t pool_size) {
    const auto scheme = url.find("://");
    const auto path = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
    const auto question = url.find('?');
    if (path == std::string::npos || (question != std::string::npos && question < path)) {
        url.insert(question == std::string::npos ? url.size() : question, "/");
    }
    const std::vector<std::pair<std::string, std::string>> options{
        {"serverSelectionTimeoutMS", "3000"},
        {"waitQueueTimeoutMS", "2000"},
        {"connectTimeoutMS", "3000"},
        {"socketTimeoutMS", "20000"},
        {"heartbeatFrequencyMS", "5000"},
        {"w", "majority"},
        {"maxPoolSize", std::to_string(pool_size)}};
    for (const auto& [name, value] : options) {
        if (url.contains("?" + name + "=") || url.contains("&" + name + "=")) continue;
        url += std::format("{}{}={}", url.contains('?') ? '&' : '?', name, value);
    }
    return url;
}

}  // namespace lexi::core
