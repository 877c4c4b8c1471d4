#include "app/core/pg_link.hpp"

#include <poll.h>
#include <unistd.h>

#include <chrono>
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
    expect_answer();
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
    state_ = State::idle;
    std::exchange(opened_, nullptr)(true);
}

void PgLink::read() {
    const auto self = shared_from_this();
    if (PQconsumeInput(connection_.get()) == 0) return die();
    while (state_ == State::busy && PQisBusy(connection_.get()) == 0) {
        std::shared_ptr<PGresult> next(PQgetResult(connection_.get()), PQclear);
        if (next) {
            take(std::move(next));
        } else if (!pipelined_) {
            finished();
        } else if (PQstatus(connection_.get()) == CONNECTION_BAD) {
            die();  // the end of the pipeline will not come
        }
    }
}

// In a pipeline each part ends with a nullptr, and all of it with PGRES_PIPELINE_SYNC.
void PgLink::take(std::shared_ptr<PGresult> result) {
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_PIPELINE_SYNC) {
        PQexitPipelineMode(connection_.get());
        pipelined_ = false;
        return finished();
    }
    if (status == PGRES_PIPELINE_ABORTED) return;  // not run, because a part before it failed
    if (!parts_.empty()) {
        const auto part = parts_.front();
        parts_.erase(parts_.begin());
        if (part == Part::prepare && !failed(result.get())) prepared_.insert(preparing_);
    }
    if (!result_ || !failed(result_.get())) result_ = std::move(result);
}

void PgLink::run(std::string_view sql, std::vector<Param> params, bool begin, Answered answered) {
    begin_statement(std::move(answered));
    if (state_ != State::busy) return;
    parts_.clear();
    if (begin) parts_.push_back(Part::begin);
    if (!prepared_.contains(sql.data())) parts_.push_back(Part::prepare);
    parts_.push_back(Part::execute);
    preparing_ = sql.data();
    sent(send_pipeline(sql, params));
}

bool PgLink::send_pipeline(std::string_view sql, const std::vector<Param>& params) {
    auto* to = connection_.get();
    if (PQenterPipelineMode(to) == 0) return false;
    pipelined_ = true;
    const auto name = statement_name(sql);
    for (const auto part : parts_) {
        int accepted = 0;
        if (part == Part::begin) {
            accepted = PQsendQueryParams(to, "BEGIN", 0, nullptr, nullptr, nullptr, nullptr, 0);
        } else if (part == Part::prepare) {
            accepted = PQsendPrepare(to, name.c_str(), std::string(sql).c_str(), 0, nullptr);
        } else {
            std::vector<const char*> values;
            values.reserve(params.size());
            for (const auto& param : params)
                values.push_back(param.text() ? param.text()->c_str() : nullptr);
            accepted = PQsendQueryPrepared(to, name.c_str(), static_cast<int>(values.size()),
                                           values.data(), nullptr, nullptr, 0);
        }
        if (accepted == 0) return false;
    }
    return PQpipelineSync(to) == 1;
}

void PgLink::command(const char* sql, Answered answered) {
    begin_statement(std::move(answered));
    if (state_ != State::busy) return;
    parts_.clear();
    sent(PQsendQuery(connection_.get(), sql) == 1);
}

void PgLink::begin_statement(Answered answered) {
    answered_ = std::move(answered);
    result_.reset();
    if (state_ != State::idle) return answer({.result = nullptr, .lost = true});
    state_ = State::busy;
    expect_answer();
}

void PgLink::sent(bool accepted) {
    const int flushed = accepted ? PQflush(connection_.get()) : -1;
    if (flushed < 0) return die();
    if (flushed == 1) watch(true, true);
}

void PgLink::finished() {
    auto result = std::exchange(result_, nullptr);
    if (!result || PQstatus(connection_.get()) == CONNECTION_BAD) return die();
    state_ = State::idle;
    answer({.result = std::move(result)});
}

// One timer a connection, not one a statement: the loop keeps a cancelled timer until its time has
// come, and thousands of them cost more than the statements' own bookkeeping.
void PgLink::expect_answer() {
    due_ = Clock::now() +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeout_s_));
    if (timer_ == 0) arm_timer(timeout_s_);
}

void PgLink::arm_timer(double seconds) {
    timer_ = loop_->runAfter(seconds, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) self->look_at_the_clock();
    });
}

void PgLink::look_at_the_clock() {
    timer_ = 0;
    if (state_ != State::opening && state_ != State::busy) return;
    const std::chrono::duration<double> left = due_ - Clock::now();
    if (left.count() <= 0) return die(true);
    arm_timer(left.count());
}

void PgLink::answer(PgAnswer answer) {
    const auto self = shared_from_this();
    if (auto waiting = std::exchange(answered_, nullptr)) waiting(std::move(answer));
}

void PgLink::close() {
    broken_ = nullptr;
    die();
}

void PgLink::die(bool late) {
    if (state_ == State::dead) return;
    const auto self = shared_from_this();
    const auto was = std::exchange(state_, State::dead);
    if (timer_ != 0) loop_->invalidateTimer(std::exchange(timer_, 0));
    unwatch();
    connection_.reset();
    if (was == State::opening) {
        if (auto opened = std::exchange(opened_, nullptr)) opened(false);
    } else if (was == State::busy) {
        answer({.result = nullptr, .lost = true, .late = late});
    } else if (auto broken = std::exchange(broken_, nullptr)) {
        broken();
    }
}

}  // namespace lexi
