#include "ml/llm/remote/remote_engine.hpp"

#include <algorithm>

#include "kit/log.hpp"

namespace lexi::ml {
namespace {

constexpr std::string_view kWhat = "The language model";
constexpr std::chrono::milliseconds kTick{20};  // between looks at tickets and deadlines
constexpr std::chrono::milliseconds kRest{500};

Multi make_multi() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    return Multi(curl_multi_init());
}

}  // namespace

RemoteEngine::RemoteEngine(RemoteConfig config)
    : config_(std::move(config)),
      queue_(config_.queue_limit),
      endpoints_(config_.urls.size()),
      multi_(make_multi()) {
    for (std::size_t i = 0; i < endpoints_.size(); ++i) {
        endpoints_[i].url = config_.urls[i];
        endpoints_[i].model = config_.model;
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Result<LlmTicket> RemoteEngine::submit(LlmJob job, OnPiece on_piece, OnDone on_done) {
    if (!job.grammar.empty()) return fail_field("grammar", "is not for a remote model");
    std::uint32_t tokens = 0;
    for (const auto& message : job.messages) tokens += estimated_tokens(message.content) + 4;
    if (job.max_tokens == 0 || tokens + job.max_tokens > config_.context_tokens) {
        return fail(Fault::invalid, "The conversation and its answer must fit " +
                                        std::to_string(config_.context_tokens) +
                                        " tokens; the conversation has about " +
                                        std::to_string(tokens) + ".");
    }
    auto answer = std::make_unique<Answer>();
    answer->usage.prompt_tokens = tokens;
    answer->stops = StopScanner(job.stop);
    answer->job = std::move(job);
    answer->on_piece = std::move(on_piece);
    answer->on_done = std::move(on_done);
    LlmTicket ticket(answer->shared);
    const auto owner = answer->job.owner;
    const std::scoped_lock lock(mutex_);
    if (state_ != EngineState::ready) return std::unexpected(not_ready(state_, kWhat));
    if (closing_ || !queue_.push(owner, std::move(answer))) {
        ++counters_.refused;
        return fail_busy("The tutor is busy. Please try again shortly.", 2);
    }
    ++counters_.submitted;
    curl_multi_wakeup(multi_.get());
    return ticket;
}

std::uint32_t RemoteEngine::context_tokens() const {
    const std::scoped_lock lock(mutex_);
    return state_ == EngineState::ready ? config_.context_tokens : 0;
}

EngineStatus RemoteEngine::status() const {
    EngineStatus status{.kind = "llm-remote", .name = "", .state = "", .reason = ""};
    const std::scoped_lock lock(mutex_);
    status.name = model_;
    status.state = std::string(to_text(state_));
    status.reason = reason_;
    status.counters = {
        {"jobs_submitted", counters_.submitted},  {"jobs_done", counters_.done},
        {"jobs_cancelled", counters_.cancelled},  {"jobs_failed", counters_.failed},
        {"jobs_refused", counters_.refused},      {"jobs_retried", counters_.retried},
        {"queue_depth", queue_.size()},           {"under_way", counters_.under_way},
        {"endpoints", config_.urls.size()},       {"endpoints_open", counters_.open},
        {"tokens_generated", counters_.generated}};
    return status;
}

void RemoteEngine::stop() {
    {
        const std::scoped_lock lock(mutex_);
        closing_ = true;
        state_ = EngineState::failed;
        reason_ = "stopped";
    }
    thread_.request_stop();
    curl_multi_wakeup(multi_.get());
    if (thread_.joinable()) thread_.join();
}

void RemoteEngine::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto now = Clock::now();
        drop_cancelled_in_queue();
        for (auto& endpoint : endpoints_) probe(endpoint, now);
        admit(now);
        int running = 0;
        curl_multi_perform(multi_.get(), &running);
        collect();
        watch(Clock::now());
        std::erase_if(calls_, [](const Call& call) { return call.answer == nullptr; });
        publish();
        const auto wait = calls_.empty() && running == 0 ? kRest : kTick;
        curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(wait.count()), nullptr);
    }
    end_all();
}

// Endpoints are asked at the start, and again while they do not answer.
void RemoteEngine::probe(Endpoint& endpoint, Clock::time_point now) {
    const auto apart = std::chrono::duration<double>(config_.probe_seconds);
    const bool unknown = !endpoint.known && now - endpoint.probed >= apart;
    if (endpoint.probe || !(unknown || endpoint.breaker.probe_due(now))) return;
    endpoint.probed = now;
    endpoint.probe_body.clear();
    const auto milliseconds = [](double s) {
        return std::chrono::milliseconds(static_cast<std::int64_t>(s * 1000));
    };
    endpoint.probe =
        std::make_unique<HttpCall>(multi_.get(),
                                   HttpRequest{.url = endpoint.url + "/models",
                                               .body = "",
                                               .key = config_.key,
                                               .connect = milliseconds(config_.connect_seconds),
                                               .total = milliseconds(config_.probe_seconds)},
                                   [&endpoint](std::string_view bytes) {
                                       endpoint.probe_body += bytes;
                                       return endpoint.probe_body.size() < (std::size_t{1} << 20);
                                   });
}

void RemoteEngine::end_probe(Endpoint& endpoint, bool answered) {
    const auto status = endpoint.probe->status();
    const auto listed = first_model(endpoint.probe_body);
    endpoint.probe.reset();
    if (!answered || status != 200 || listed.empty()) {
        last_failure_ = !answered       ? "does not answer"
                        : status != 200 ? "answers with status " + std::to_string(status)
                                        : "lists no models";
        endpoint.breaker.failure(Clock::now());
        return;
    }
    endpoint.known = true;
    if (config_.model.empty()) endpoint.model = listed;
    if (endpoint.breaker.open()) endpoint.breaker.probe_answered();
}

void RemoteEngine::collect() {
    int left = 0;
    while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        const auto* handle = message->easy_handle;
        const auto code = message->data.result;  // `message` dies with its handle
        for (auto& endpoint : endpoints_) {
            if (endpoint.probe && endpoint.probe->is(handle)) {
                end_probe(endpoint, code == CURLE_OK);
                break;
            }
        }
        for (auto& call : calls_) {
            if (call.http && call.http->is(handle)) {
                end_try(call, code);
                break;
            }
        }
    }
}

void RemoteEngine::drop_cancelled_in_queue() {
    std::vector<std::unique_ptr<Answer>> gone;
    {
        const std::scoped_lock lock(mutex_);
        gone = queue_.take_if([](const auto& answer) { return answer->cancelled(); });
    }
    for (auto& answer : gone) {
        ++counters_.cancelled;
        answer->end("cancelled");
    }
}

void RemoteEngine::end_all() {
    for (auto& call : calls_) {
        if (call.answer) finish(call, "error");
    }
    calls_.clear();
    for (auto& endpoint : endpoints_) endpoint.probe.reset();
    std::vector<std::unique_ptr<Answer>> left;
    {
        const std::scoped_lock lock(mutex_);
        left = queue_.take_if([](const auto&) { return true; });
    }
    for (auto& answer : left) {
        ++counters_.failed;
        answer->end("error");
    }
}

void RemoteEngine::publish() {
    const auto usable = std::ranges::find_if(
        endpoints_, [](const Endpoint& e) { return e.known && !e.breaker.open(); });
    counters_.open = static_cast<std::uint64_t>(
        std::ranges::count_if(endpoints_, [](const Endpoint& e) { return e.breaker.open(); }));
    counters_.under_way = calls_.size();
    const std::scoped_lock lock(mutex_);
    if (closing_) return;
    if (usable != endpoints_.end()) {
        if (state_ != EngineState::ready) log::info("engine.ready", {{"kind", "llm-remote"}});
        state_ = EngineState::ready;
        reason_.clear();
        model_ = usable->model;
    } else if (!last_failure_.empty()) {
        if (state_ != EngineState::failed) {
            log::warn("engine.failed", {{"kind", "llm-remote"}, {"reason", last_failure_}});
        }
        state_ = EngineState::failed;
        reason_ = "every endpoint is away; the last one seen " + last_failure_;
    }
}

std::unique_ptr<Llm> make_remote(RemoteConfig config) {
    return std::make_unique<RemoteEngine>(std::move(config));
}

}  // namespace lexi::ml
