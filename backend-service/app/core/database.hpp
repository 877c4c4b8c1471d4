#pragma once
// PostgreSQL for request paths: one unit of work a request, which undoes everything unless its
// commit was awaited and confirmed (STYLE.md, pitfalls 1 to 6).
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/core/pg_pool.hpp"
#include "app/core/rows.hpp"
#include "kit/http.hpp"
#include "kit/result.hpp"

namespace lexi {

/// The database cannot be reached, does not answer in time, or asks to try again. Thrown through
/// the layers that have nothing to say about it; Database turns it into Fault::unavailable.
struct DatabaseAway : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The server refused a statement: a bug of ours, since constraints are answered with rows.
struct SqlError : std::runtime_error {
    SqlError(const std::string& what, std::string sqlstate)
        : std::runtime_error(what), sqlstate(std::move(sqlstate)) {}
    std::string sqlstate;
};

/// Whether a unit of work changes anything.
enum class Access : std::uint8_t { read, write };

/// One transaction on one connection; one that only reads runs each statement by itself (under READ
/// COMMITTED each has its own snapshot anyway), which saves the words around it. Owned by the
/// coroutine that began it and used from its event loop only; never copied, never shared, passed
/// down by reference to coroutines that its owner awaits.
class UnitOfWork {
public:
    /// Waits for a free connection; the transaction begins with the first statement. Throws
    /// DatabaseAway.
    static Task<UnitOfWork> begin(std::shared_ptr<PgPool> pool, Access access = Access::write);

    UnitOfWork(UnitOfWork&& other) noexcept
        : pool_(std::move(other.pool_)),
          link_(std::exchange(other.link_, nullptr)),
          access_(other.access_),
          begun_(other.begun_),
          failed_(other.failed_) {}
    UnitOfWork& operator=(UnitOfWork&& other) noexcept {
        std::swap(pool_, other.pool_);
        std::swap(link_, other.link_);
        std::swap(access_, other.access_);
        std::swap(begun_, other.begun_);
        std::swap(failed_, other.failed_);
        return *this;
    }
    /// Leaving without a commit undoes; the connection goes back when the server has done so.
    ~UnitOfWork();

    /// Runs one constant statement (its text must live as long as the process). Throws DatabaseAway
    /// when the connection is lost, and SqlError when the statement itself is wrong. After either,
    /// no further statement runs and nothing can be committed.
    template <class... Args>
    Task<Rows> run(std::string_view sql, Args&&... args) {
        std::vector<Param> params;
        params.reserve(sizeof...(args));
        (params.emplace_back(std::forward<Args>(args)), ...);
        return execute(sql, std::move(params));
    }
    Task<Rows> execute(std::string_view sql, std::vector<Param> params);

    /// True once the server has confirmed. False after a failed statement, when the server refuses
    /// (a deferred constraint), and when the connection is lost before its answer.
    Task<bool> commit();

private:
    UnitOfWork(std::shared_ptr<PgPool> pool, std::shared_ptr<PgLink> link, Access access)
        : pool_(std::move(pool)), link_(std::move(link)), access_(access) {}

    std::shared_ptr<PgPool> pool_;
    std::shared_ptr<PgLink> link_;
    Access access_ = Access::write;
    bool begun_ = false;  // a statement was answered
    bool failed_ = false;
};

template <class T>
using Effect = std::function<Task<Result<T>>(UnitOfWork&)>;

/// Hands out units of work. Called from coroutines on event loops, each of which gets connections
/// of its own; nothing blocks.
class Database {
public:
    explicit Database(PgSettings settings) : settings_(std::move(settings)) {}

    /// Runs `effect` in a transaction and commits it if it succeeded.
    template <class T>
    Task<Result<T>> transact(Effect<T> effect) {
        return run<T>(std::move(effect), true);
    }
    /// The same for statements that change nothing: no transaction around them, no commit.
    template <class T>
    Task<Result<T>> read(Effect<T> effect) {
        return run<T>(std::move(effect), false);
    }

    /// One statement that changes nothing.
    Task<Result<Rows>> ask(std::string_view sql, std::vector<Param> params);

    /// What is wrong with the database, or nothing; for /ready.
    Task<std::optional<std::string>> trouble();

    /// Closes every idle connection, each on its loop; those in use close when they come back. Any
    /// thread, while the loops still run.
    void close();

private:
    template <class T>
    Task<Result<T>> run(Effect<T> effect, bool write) {
        try {
            auto work = co_await UnitOfWork::begin(pool(), write ? Access::write : Access::read);
            auto outcome = co_await effect(work);
            if (!outcome || !write) co_return outcome;
            const bool committed = co_await work.commit();
            if (committed) co_return outcome;
        } catch (const DatabaseAway& away) {
            report(away);
        }
        co_return away_reply();
    }

    static std::unexpected<Problem> away_reply() {
        return fail_busy("The database cannot be reached. Please try again shortly.", 2);
    }
    static void report(const DatabaseAway& away);
    /// That of the calling event loop.
    std::shared_ptr<PgPool> pool();

    PgSettings settings_;
    std::mutex mutex_;
    std::unordered_map<trantor::EventLoop*, std::shared_ptr<PgPool>> pools_;
};

}  // namespace lexi
