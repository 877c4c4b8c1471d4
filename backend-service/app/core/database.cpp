#include "app/core/database.hpp"

#include <drogon/orm/Exception.h>
#include <trantor/net/EventLoop.h>

#include <atomic>

#include "kit/log.hpp"
#include "kit/metrics.hpp"

namespace lexi {
namespace {

using drogon::orm::Transaction;
using trantor::EventLoop;

// co_await Commit{tx, deadline} -> did it commit? Giving up the last pointer is what sends "commit".
struct Commit : drogon::CallbackAwaiter<bool> {
    Commit(std::shared_ptr<Transaction> tx, double deadline)
        : tx_(std::move(tx)), deadline_(deadline) {}

    void await_suspend(std::coroutine_handle<> me) {
        // A lost connection may never call back, and a late callback must not resume twice.
        auto answered = std::make_shared<std::atomic_flag>();
        auto answer = [this, me, answered](bool ok) {
            if (answered->test_and_set()) return;
            setValue(ok);
            me.resume();
        };
        if (auto* loop = EventLoop::getEventLoopOfCurrentThread()) {
            loop->runAfter(deadline_, [answer] { answer(false); });
        }
        auto last = std::move(tx_);  // nothing may touch *this after `last` dies
        last->setCommitCallback(answer);
    }

    std::shared_ptr<Transaction> tx_;
    double deadline_;
};

drogon::orm::internal::SqlAwaiter statement(drogon::orm::DbClient& client, std::string_view sql,
                                            const std::vector<Param>& params) {
    auto binder = client << sql;
    for (const auto& param : params) {
        if (param.text()) {
            binder << *param.text();
        } else {
            binder << nullptr;
        }
    }
    return drogon::orm::internal::SqlAwaiter(std::move(binder));
}

// Does the server still answer? The driver gives no SQLSTATE, so that a failed statement on a live
// server (a bug) is told from a lost one by asking.
Task<bool> answers(UnitOfWork::Client client) {
    if (!client->hasAvailableConnections()) co_return false;
    try {
        co_await statement(*client, "SELECT 1", {});
        co_return true;
    } catch (const drogon::orm::DrogonDbException&) {
        co_return false;
    }
}

// Runs a statement on `on` (a transaction or a client); throws DatabaseAway if the server is gone.
Task<Rows> checked(std::shared_ptr<drogon::orm::DbClient> on, UnitOfWork::Client client,
                   std::string_view sql, std::vector<Param> params) {
    std::exception_ptr broken;
    bool late = false;
    try {
        co_return co_await statement(*on, sql, params);
    } catch (const drogon::orm::TimeoutError&) {
        late = true;
    } catch (...) {
        broken = std::current_exception();
    }
    if (late) throw DatabaseAway("no answer in time");
    const bool alive = co_await answers(client);
    if (!alive) throw DatabaseAway("connection lost");
    std::rethrow_exception(broken);
}

// A restarted server is found again within about a second: worth waiting for before refusing.
Task<bool> connected(UnitOfWork::Client client) {
    for (int i = 0; i < 20 && !client->hasAvailableConnections(); ++i) {
        auto* loop = EventLoop::getEventLoopOfCurrentThread();
        if (loop == nullptr) break;
        co_await drogon::sleepCoro(loop, 0.05);
    }
    co_return client->hasAvailableConnections();
}

}  // namespace

Task<UnitOfWork> UnitOfWork::begin(Client client) {
    const bool up = co_await connected(client);
    if (!up) throw DatabaseAway("no connection");
    std::shared_ptr<Transaction> tx;
    try {
        tx = co_await client->newTransactionCoro();
    } catch (const drogon::orm::DrogonDbException& e) {
        throw DatabaseAway(e.base().what());
    }
    co_return UnitOfWork(std::move(client), std::move(tx));
}

Task<Rows> UnitOfWork::execute(std::string_view sql, std::vector<Param> params) {
    if (failed_) throw std::logic_error("statement after a failed one in the same transaction");
    failed_ = true;  // until the answer is there
    auto rows = co_await checked(tx_, client_, sql, std::move(params));
    failed_ = false;
    co_return rows;
}

Task<bool> UnitOfWork::commit(double deadline) {
    if (failed_ || !tx_) co_return false;
    const bool committed = co_await Commit(std::exchange(tx_, nullptr), deadline);
    co_return committed;
}

Task<UnitOfWork> Database::begin() { return UnitOfWork::begin(client_()); }

Task<Result<Rows>> Database::ask(std::string_view sql, std::vector<Param> params) {
    try {
        auto client = client_();
        const bool up = co_await connected(client);
        if (!up) throw DatabaseAway("no connection");
        co_return co_await checked(client, client, sql, std::move(params));
    } catch (const DatabaseAway& away) {
        report(away);
    }
    co_return away_reply();
}

void Database::report(const DatabaseAway& away) {
    log::warn("database.away", {{"why", std::string_view(away.what())}});
    metrics::count("lexi_database_away_total", "Requests refused because the database was away");
}

Task<std::optional<std::string>> Database::trouble() {
    const bool alive = co_await answers(client_());
    if (alive) co_return std::nullopt;
    co_return "no answer";
}

}  // namespace lexi
