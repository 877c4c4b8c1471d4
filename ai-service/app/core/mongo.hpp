#pragma once
// MongoDB behind worker threads. The driver blocks, so nothing here is called on an event loop but
// run(), which hops to the pool and back. One job takes one connection and keeps it to its end; a
// job must not start another.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/bson.hpp"
#include "kit/offload.hpp"
#include "kit/result.hpp"

namespace lexi::core {

/// Filter: the documents of one learner.
struct OfUser {
    std::string userId;
};

struct FindOptions {
    std::vector<std::pair<std::string, std::int32_t>> sort;
    std::int64_t skip = 0;
    std::int64_t limit = 0;  // 0: all
};

/// One collection on one connection, for the length of a job. Each call blocks, and throws when the
/// server is away (Mongo turns that into Fault::unavailable).
class Collection {
public:
    /// False when a document with this `_id`, or another unique key of it, is there already.
    bool insert_bytes(std::string_view document);
    std::vector<std::string> find_bytes(std::string_view filter, const FindOptions& options);
    std::int64_t count_bytes(std::string_view filter);
    /// How many documents fitted the filter; with `upsert` a missing one is made.
    std::int64_t update_bytes(std::string_view filter, std::string_view change, bool upsert);
    /// How many documents were deleted.
    std::int64_t remove_bytes(std::string_view filter);

    template <class T>
    bool insert(const T& document) {
        return insert_bytes(to_bson(document));
    }
    template <class T, class Filter>
    std::vector<T> find(const Filter& filter, const FindOptions& options = {}) {
        std::vector<T> found;
        for (const auto& bytes : find_bytes(to_bson(filter), options)) {
            found.push_back(from_bson<T>(bytes));
        }
        return found;
    }
    template <class T, class Filter>
    std::optional<T> find_one(const Filter& filter) {
        auto found = find<T>(filter, {.sort = {}, .limit = 1});
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    template <class Filter>
    std::int64_t count(const Filter& filter) {
        return count_bytes(to_bson(filter));
    }
    template <class Filter, class Change>
    std::int64_t update(const Filter& filter, const Change& change, bool upsert = false) {
        return update_bytes(to_bson(filter), to_bson(change), upsert);
    }
    template <class Filter>
    std::int64_t remove(const Filter& filter) {
        return remove_bytes(to_bson(filter));
    }

private:
    friend class Connection;
    struct Impl;
    explicit Collection(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
    std::shared_ptr<Impl> impl_;
};

/// What a job is given: the database over one connection of the pool.
class Connection {
public:
    Collection operator[](std::string_view name);
    /// Runs a database command; throws what the server refuses.
    void command(std::string_view bytes);

private:
    friend class Mongo;
    struct Impl;
    explicit Connection(Impl& impl) : impl_(impl) {}
    Impl& impl_;
};

/// The driver's own life: exactly one a process, the first object of main() and the last to go. Its
/// warnings join our log.
class MongoDriver {
public:
    MongoDriver();
    ~MongoDriver();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

class Mongo {
public:
    /// Connects lazily: a server that is away at the start is found later. `threads` workers, plus
    /// `guests` connections for other pools that call run_here(). A MongoDriver
    /// must live. Throws for an URL that cannot be read.
    Mongo(const std::string& url, std::string database, std::size_t threads, std::size_t guests);
    ~Mongo();

    /// Runs `job(Connection&)`, which returns Result<T>, on a worker.
    template <class Job>
    auto run(Job job) {
        return offload(workers(), [this, job = std::move(job)]() mutable { return run_here(job); });
    }
    /// The same on the calling thread, which must be allowed to block.
    template <class Job>
    auto run_here(Job&& job) -> std::invoke_result_t<Job&, Connection&> {
        std::invoke_result_t<Job&, Connection&> answer = fail(Fault::internal, "");
        if (auto ok = guarded([&](Connection& connection) { answer = job(connection); }); !ok) {
            return std::unexpected(ok.error());
        }
        return answer;
    }
    /// Blocks. Nothing, or why the server does not answer.
    std::optional<std::string> ping();
    WorkerPool& workers();

private:
    Result<void> guarded(const std::function<void(Connection&)>& job);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// `url` with our timeouts, pool size and write concern where it does not set its own.
std::string with_defaults(std::string url, std::size_t pool_size);

}  // namespace lexi::core
