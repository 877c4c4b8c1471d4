#pragma once
// One connection to PostgreSQL on an event loop: libpq's own asynchronous interface, one statement
// at a time. (Why not Drogon's client: docs/decisions/0003-postgresql-client.md.)
#include <libpq-fe.h>
#include <trantor/net/Channel.h>
#include <trantor/net/EventLoop.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/core/rows.hpp"

namespace lexi {

/// What the server said, or `lost`: the connection broke or the answer was late, and nobody knows
/// whether the statement took effect.
struct PgAnswer {
    std::shared_ptr<PGresult> result;
    bool lost = false;
    bool late = false;  // lost because it took too long
};

/// Used on its event loop only. Callbacks run on it, once, possibly inside the call.
class PgLink : public std::enable_shared_from_this<PgLink> {
public:
    using Answered = std::function<void(PgAnswer)>;

    PgLink(trantor::EventLoop* loop, double timeout_s) : loop_(loop), timeout_s_(timeout_s) {}
    ~PgLink();
    PgLink(const PgLink&) = delete;
    PgLink& operator=(const PgLink&) = delete;

    /// `opened` gets false when there is no server, no room, or no answer in time.
    void open(const std::string& conninfo, std::function<void(bool)> opened);
    /// Prepared once a connection and statement; `sql` must live as long as the process. With
    /// `begin`, a transaction is begun before it. All that is needed goes out as one pipeline: one
    /// round trip.
    void run(std::string_view sql, std::vector<Param> params, bool begin, Answered answered);
    /// COMMIT, ROLLBACK.
    void command(const char* sql, Answered answered);
    /// Called when the connection breaks while nobody waits for it.
    void on_broken(std::function<void()> broken) { broken_ = std::move(broken); }
    bool alive() const { return state_ == State::idle || state_ == State::busy; }
    bool idle() const { return state_ == State::idle; }
    void close();

private:
    using Clock = std::chrono::steady_clock;
    enum class State { opening, idle, busy, dead };
    struct Watch;
    struct FinishConnection {
        void operator()(PGconn* p) const noexcept { PQfinish(p); }
    };

    void watch(bool readable, bool writable);
    void unwatch();
    void happened(const Watch* watch);
    void connect_further();
    void read();
    void take(std::shared_ptr<PGresult> result);
    void finished();
    bool send_pipeline(std::string_view sql, const std::vector<Param>& params);
    void sent(bool accepted);
    void begin_statement(Answered answered);
    void expect_answer();
    void arm_timer(double seconds);
    void look_at_the_clock();
    void answer(PgAnswer answer);
    void die(bool late = false);

    trantor::EventLoop* loop_;
    double timeout_s_;
    std::unique_ptr<PGconn, FinishConnection> connection_;
    State state_ = State::opening;
    std::shared_ptr<Watch> watch_;
    trantor::TimerId timer_ = 0;
    Clock::time_point due_;
    std::function<void(bool)> opened_;
    std::function<void()> broken_;
    Answered answered_;
    std::shared_ptr<PGresult> result_;
    // What the answers still to come in the pipeline belong to.
    enum class Part { begin, prepare, execute };
    std::vector<Part> parts_;
    const char* preparing_ = nullptr;
    bool pipelined_ = false;
    std::unordered_set<const char*> prepared_;
};

}  // namespace lexi
