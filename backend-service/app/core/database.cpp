#include "app/core/database.hpp"

#include <array>

#include "kit/log.hpp"
#include "kit/metrics.hpp"

namespace lexi {
namespace {

struct Acquire : drogon::CallbackAwaiter<std::shared_ptr<PgLink>> {
    explicit Acquire(std::shared_ptr<PgPool> pool) : pool(std::move(pool)) {}
    void await_suspend(std::coroutine_handle<> waiter) {
        const auto held = pool;  // resuming may end the frame that *this lives in
        held->acquire([this, waiter](std::shared_ptr<PgLink> link) {
            setValue(std::move(link));
            waiter.resume();
        });
    }
    std::shared_ptr<PgPool> pool;
};

struct Statement : drogon::CallbackAwaiter<PgAnswer> {
    Statement(std::shared_ptr<PgLink> link, std::string_view sql, std::vector<Param> params,
              bool begin)
        : link(std::move(link)), sql(sql), params(std::move(params)), begin(begin) {}
    void await_suspend(std::coroutine_handle<> waiter) {
        const auto held = link;
        held->run(sql, std::move(params), begin, [this, waiter](PgAnswer answer) {
            setValue(std::move(answer));
            waiter.resume();
        });
    }
    std::shared_ptr<PgLink> link;
    std::string_view sql;
    std::vector<Param> params;
    bool begin;
};

struct Command : drogon::CallbackAwaiter<PgAnswer> {
    Command(std::shared_ptr<PgLink> link, const char* sql) : link(std::move(link)), sql(sql) {}
    void await_suspend(std::coroutine_handle<> waiter) {
        const auto held = link;
        held->command(sql, [this, waiter](PgAnswer answer) {
            setValue(std::move(answer));
            waiter.resume();
        });
    }
    std::shared_ptr<PgLink> link;
    const char* sql;
};

// Classes of SQLSTATE that a later try may not meet: connection trouble, a transaction that had to
// give way, no room, an operator's or a timeout's intervention.
bool may_pass(std::string_view sqlstate) {
    constexpr std::array<std::string_view, 4> kClasses = {"08", "40", "53", "57"};
    for (const auto known : kClasses) {
        if (sqlstate.starts_with(known)) return true;
    }
    return false;
}

[[noreturn]] void refuse(const PGresult* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string sqlstate = state != nullptr ? state : "";
    if (sqlstate.empty() || may_pass(sqlstate)) throw DatabaseAway("refused with " + sqlstate);
    throw SqlError(PQresultErrorMessage(result), sqlstate);
}

// A statement's first line says what it is and never holds a value.
void echo(std::string_view sql) {
    log::debug("database.statement", {{"sql", sql.substr(0, sql.find('\n'))}});
}

bool succeeded(const PgAnswer& answer) {
    if (answer.lost) return false;
    const auto status = PQresultStatus(answer.result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace

Task<UnitOfWork> UnitOfWork::begin(std::shared_ptr<PgPool> pool, Access access) {
    std::shared_ptr<PgLink> link = co_await Acquire(pool);
    if (!link) throw DatabaseAway("no connection");
    co_return UnitOfWork(std::move(pool), std::move(link), access);
}

UnitOfWork::~UnitOfWork() {
    if (!link_) return;
    if (link_->idle() && (access_ == Access::read || !begun_)) {
        pool_->release(std::move(link_));
        return;
    }
    auto* link = link_.get();
    link->command("ROLLBACK",
                  [pool = std::move(pool_), held = std::move(link_)](const PgAnswer& answer) {
                      if (!succeeded(answer)) held->close();
                      pool->release(held);
                  });
}

Task<Rows> UnitOfWork::execute(std::string_view sql, std::vector<Param> params) {
    if (failed_ || !link_) {
        throw std::logic_error("statement in a transaction that failed or ended");
    }
    if (pool_->echoes()) echo(sql);
    failed_ = true;  // until the answer is there
    const bool begin = access_ == Access::write && !begun_;
    PgAnswer answer = co_await Statement(link_, sql, params, begin);
    // A connection that the server ended while it was idle shows it at the first statement, and
    // nothing was committed: the statement may be tried on another.
    for (int again = 0; answer.lost && !answer.late && !begun_ && again < 2; ++again) {
        pool_->release(std::exchange(link_, nullptr));
        link_ = co_await Acquire(pool_);
        if (!link_) throw DatabaseAway("no connection");
        answer = co_await Statement(link_, sql, params, begin);
    }
    if (answer.lost) throw DatabaseAway("connection lost");
    begun_ = true;
    if (!succeeded(answer)) refuse(answer.result.get());
    failed_ = false;
    co_return Rows(answer.result);
}

Task<bool> UnitOfWork::commit() {
    if (failed_ || !link_) co_return false;
    const auto link = std::exchange(link_, nullptr);
    const auto pool = pool_;
    if (!begun_) {  // nothing was said, so nothing is left to confirm
        pool->release(link);
        co_return true;
    }
    const PgAnswer answer = co_await Command(link, "COMMIT");
    // A transaction that failed unnoticed is ended by COMMIT too, but says ROLLBACK.
    const bool committed =
        succeeded(answer) && std::string_view(PQcmdStatus(answer.result.get())) == "COMMIT";
    pool->release(link);
    co_return committed;
}

Task<Result<Rows>> Database::ask(std::string_view sql, std::vector<Param> params) {
    try {
        auto work = co_await UnitOfWork::begin(pool(), Access::read);
        auto rows = co_await work.execute(sql, std::move(params));
        co_return rows;
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
    const auto alive = co_await ask("SELECT 1", {});
    if (alive) co_return std::nullopt;
    co_return "no answer";
}

std::shared_ptr<PgPool> Database::pool() {
    auto* loop = trantor::EventLoop::getEventLoopOfCurrentThread();
    if (loop == nullptr) throw std::logic_error("the database is used outside an event loop");
    const std::scoped_lock lock(mutex_);
    auto& pool = pools_[loop];
    if (!pool) pool = std::make_shared<PgPool>(loop, settings_);
    return pool;
}

void Database::close() {
    const std::scoped_lock lock(mutex_);
    for (const auto& [loop, pool] : pools_) {
        loop->runInLoop([pool] { pool->close(); });
    }
}

}  // namespace lexi
