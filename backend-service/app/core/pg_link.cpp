#include "app/core/pg_link.hpp"

#include <poll.h>
#include <unistd.h>

#include <format>
#include <utility>

namespace lexi {

// The event loop watches a duplicate of libpq's socket: libpq closes its own whenever it likes, and
// a new connection would get the same number while the loop still holds the old one.
struct PgLink::Watch {
    Watch(trantor::EventLoop* loop, int socket) : fd(dup(socket)), channel(loop, fd) {}
    ~Watch() {
        if (fd >= 0) ::close(fd);
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    int fd;
    trantor::Channel channel;
};

namespace {

std::string statement_name(std::string_view sql) {
    return std::format("s{:x}", reinterpret_cast<std::uintptr_t>(sql.data()));
}

bool failed(const PGresult* result) {
    const auto status = PQresultStatus(result);
    return status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK;
}

}  // namespace

PgLink::~PgLink() { unwatch(); }

void PgLink::open(const std::string& conninfo, std::function<void(bool)> opened) {
    opened_ = std::move(opened);
    connection_.reset(PQconnectStart(conninfo.c_str()));
    if (!connection_ || PQstatus(connection_.get()) == CONNECTION_BAD) return die();
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
    arm_timer();
    watch(false, true);
}

void PgLink::watch(bool readable, bool writable) {
    const int socket = PQsocket(connection_.get());
    // While connecting, libpq may change to another socket at every step.
    if (!watch_ || state_ == State::opening) {
        unwatch();
        watch_ = std::make_shared<Watch>(loop_, socket);
        watch_->channel.setEventCallback([weak = weak_from_this(), raw = watch_.get()] {
            if (const auto self = weak.lock()) self->happened(raw);
        });
    }
    watch_->channel.updateEvents((readable ? POLLIN | POLLPRI : 0) | (writable ? POLLOUT : 0));
}

void PgLink::unwatch() {
    if (!watch_) return;
    // Later, because the loop may be handling this very channel's event.
    loop_->queueInLoop([old = std::exchange(watch_, nullptr)] {
        old->channel.disableAll();
        old->channel.remove();
    });
}

void PgLink::happened(const Watch* watch) {
    if (watch != watch_.get()) return;  // an event of a socket that was given up
    if (state_ == State::opening) return connect_further();
    if (state_ == State::dead) return;
    const int flushed = PQflush(connection_.get());
    if (flushed < 0) return die();
    if (watch_->channel.isWriting() != (flushed == 1)) this->watch(true, flushed == 1);
    read();
}

void PgLink::connect_further() {
    switch (PQconnectPoll(connection_.get())) {
        case PGRES_POLLING_READING:
            return watch(true, false);
        case PGRES_POLLING_WRITING:
            return watch(false, true);
        case PGRES_POLLING_OK:
            break;
        default:
            return die();
    }
    if (PQsetnonblocking(connection_.get(), 1) != 0) return die();
    watch(true, false);
    loop_->invalidateTimer(timer_);
    state_ = State::idle;
    std::exchange(opened_, nullptr)(true);
}

void PgLink::read() {
    const auto self = shared_from_this();
    if (PQconsumeInput(connection_.get()) == 0) return die();
    while (state_ == State::busy && PQisBusy(connection_.get()) == 0) {
        std::shared_ptr<PGresult> next(PQgetResult(connection_.get()), PQclear);
        if (!next) return finished();
        if (!result_ || !failed(result_.get())) result_ = std::move(next);
    }
}

void PgLink::run(std::string_view sql, std::vector<Param> params, Answered answered) {
    begin_statement(std::move(answered));
    if (state_ != State::busy) return;
    sql_ = sql;
    params_ = std::move(params);
    preparing_ = !prepared_.contains(sql.data());
    if (!preparing_) return execute();
    sent(PQsendPrepare(connection_.get(), statement_name(sql).c_str(), std::string(sql).c_str(), 0,
                       nullptr));
}

void PgLink::execute() {
    std::vector<const char*> values;
    values.reserve(params_.size());
    for (const auto& param : params_)
        values.push_back(param.text() ? param.text()->c_str() : nullptr);
    sent(PQsendQueryPrepared(connection_.get(), statement_name(sql_).c_str(),
                             static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0));
}

void PgLink::command(const char* sql, Answered answered) {
    begin_statement(std::move(answered));
    if (state_ != State::busy) return;
    preparing_ = false;
    sent(PQsendQuery(connection_.get(), sql));
}

void PgLink::begin_statement(Answered answered) {
    answered_ = std::move(answered);
    result_.reset();
    if (state_ != State::idle) return answer({.result = nullptr, .lost = true});
    state_ = State::busy;
    arm_timer();
}

bool PgLink::sent(int accepted) {
    const int flushed = accepted == 1 ? PQflush(connection_.get()) : -1;
    if (flushed < 0) {
        die();
        return false;
    }
    if (flushed == 1) watch(true, true);
    return true;
}

void PgLink::finished() {
    auto result = std::exchange(result_, nullptr);
    if (!result) return die();
    if (preparing_ && !failed(result.get())) {
        preparing_ = false;
        prepared_.insert(sql_.data());
        return execute();
    }
    preparing_ = false;
    loop_->invalidateTimer(timer_);
    if (PQstatus(connection_.get()) == CONNECTION_BAD) {
        result_ = nullptr;
        return die();
    }
    state_ = State::idle;
    answer({.result = std::move(result)});
}

void PgLink::arm_timer() {
    timer_ = loop_->runAfter(timeout_s_, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) self->die();
    });
}

void PgLink::answer(PgAnswer answer) {
    const auto self = shared_from_this();
    if (auto waiting = std::exchange(answered_, nullptr)) waiting(std::move(answer));
}

void PgLink::close() {
    broken_ = nullptr;
    die();
}

void PgLink::die() {
    if (state_ == State::dead) return;
    const auto self = shared_from_this();
    const auto was = std::exchange(state_, State::dead);
    if (timer_ != 0) loop_->invalidateTimer(timer_);
    unwatch();
    connection_.reset();
    if (was == State::opening) {
        if (auto opened = std::exchange(opened_, nullptr)) opened(false);
    } else if (was == State::busy) {
        answer({.result = nullptr, .lost = true});
    } else if (auto broken = std::exchange(broken_, nullptr)) {
        broken();
    }
}

}  // namespace lexi
