#pragma once
// PostgreSQL for request paths: one unit of work a request, which undoes everything unless its commit
// was awaited and confirmed (STYLE.md, pitfalls 1 to 6).
#include <drogon/orm/DbClient.h>

#include <functional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "app/core/rows.hpp"
#include "kit/http.hpp"
#include "kit/result.hpp"

namespace lexi {

/// The database cannot be reached, or did not answer in time. Thrown through the layers that have
/// nothing to say about it; Database::transact and ::read turn it into Fault::unavailable.
struct DatabaseAway : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One transaction. Owned by the coroutine that began it and used from its event loop only; never
/// copied, never shared, passed down by reference to coroutines that its owner awaits.
class UnitOfWork {
public:
    using Client = drogon::orm::DbClientPtr;

    /// Waits for a free connection. Throws DatabaseAway.
    static Task<UnitOfWork> begin(Client client);

    UnitOfWork(UnitOfWork&& other) noexcept
        : client_(std::move(other.client_)),
          tx_(std::exchange(other.tx_, nullptr)),
          failed_(other.failed_) {}
    UnitOfWork& operator=(UnitOfWork&& other) noexcept {
        std::swap(client_, other.client_);
        std::swap(tx_, other.tx_);
        std::swap(failed_, other.failed_);
        return *this;
    }
    /// Leaving early undoes; harmless if the transaction was already rolled back.
    ~UnitOfWork() {
        if (tx_) tx_->rollback();
    }

    /// Runs one constant statement (its text must live as long as the process). Throws DatabaseAway
    /// when the connection is lost, and the driver's exception when the statement itself is wrong.
    template <class... Args>
    Task<Rows> run(std::string_view sql, Args&&... args) {
        std::vector<Param> params;
        params.reserve(sizeof...(args));
        (params.emplace_back(std::forward<Args>(args)), ...);
        return execute(sql, std::move(params));
    }

    /// True once the server has confirmed. False after any failed statement, when the server refuses
    /// (a deferred constraint), and when it does not answer in `deadline` seconds.
    Task<bool> commit(double deadline = 5.0);

private:
    UnitOfWork(Client client, std::shared_ptr<drogon::orm::Transaction> tx)
        : client_(std::move(client)), tx_(std::move(tx)) {}
    Task<Rows> execute(std::string_view sql, std::vector<Param> params);

    Client client_;  // only asked whether the server still answers
    std::shared_ptr<drogon::orm::Transaction> tx_;
    bool failed_ = false;
};

template <class T>
using Effect = std::function<Task<Result<T>>(UnitOfWork&)>;

/// Hands out units of work. Any event loop; nothing blocks.
class Database {
public:
    /// `client` gives the client of the calling thread (a fast client belongs to its event loop).
    explicit Database(std::function<UnitOfWork::Client()> client) : client_(std::move(client)) {}

    /// Runs `effect` in a transaction and commits it if it succeeded.
    template <class T>
    Task<Result<T>> transact(Effect<T> effect) {
        return run<T>(std::move(effect), true);
    }
    /// The same for statements that change nothing: no commit to wait for.
    template <class T>
    Task<Result<T>> read(Effect<T> effect) {
        return run<T>(std::move(effect), false);
    }

    /// One statement on its own, without a transaction.
    Task<Result<Rows>> ask(std::string_view sql, std::vector<Param> params);

    /// What is wrong with the database, or nothing; for /ready.
    Task<std::optional<std::string>> trouble();

private:
    template <class T>
    Task<Result<T>> run(Effect<T> effect, bool write) {
        try {
            auto work = co_await begin();
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

    Task<UnitOfWork> begin();
    static void report(const DatabaseAway& away);

    std::function<UnitOfWork::Client()> client_;
};

}  // namespace lexi
