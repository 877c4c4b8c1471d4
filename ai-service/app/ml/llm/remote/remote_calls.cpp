// A job's tries at a remote endpoint.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "kit/log.hpp"
#include "ml/llm/remote/remote_engine.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kMostRefusal = 4096;     // of an answer that is an error's
constexpr std::size_t kMostTextPerToken = 64;  // bytes; more is no answer to what was asked
constexpr std::uint32_t kMostAfterEnd = 8;     // events between the last text and [DONE]

std::chrono::milliseconds in_milliseconds(double seconds) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

// What another try or another endpoint may put right.
bool passing(long status) { return status == 408 || status == 429 || status >= 500; }

}  // namespace

void RemoteEngine::admit(Clock::time_point now) {
    for (auto& call : calls_) {
        if (!call.http && now >= call.next_try && !start(call, now)) finish(call, "error");
    }
    while (calls_.size() < config_.parallel) {
        std::unique_ptr<Answer> answer;
        {
            const std::scoped_lock lock(mutex_);
            auto next = queue_.pop();
            if (!next) return;
            answer = std::move(*next);
        }
        auto& call = calls_.emplace_back();
        call.endpoint = endpoints_.size();  // none yet
        call.answer = std::move(answer);
        if (!start(call, now)) finish(call, "error");
    }
}

// At the endpoint with the fewest under way; at the last one only if there is no other.
bool RemoteEngine::start(Call& call, Clock::time_point now) {
    auto best = endpoints_.size();
    const auto load = [&](std::size_t i) {
        return endpoints_[i].under_way + (i == call.endpoint ? config_.parallel : 0);
    };
    for (std::size_t i = 0; i < endpoints_.size(); ++i) {
        if (!endpoints_[i].known || endpoints_[i].breaker.open()) continue;
        if (best == endpoints_.size() || load(i) < load(best)) best = i;
    }
    if (best == endpoints_.size()) return false;
    call.endpoint = best;
    call.events = SseReader();
    call.refusal.clear();
    call.why.clear();
    call.heard = now;
    ++call.tries;
    auto& endpoint = endpoints_[best];
    ++endpoint.under_way;
    call.http = std::make_unique<HttpCall>(
        multi_.get(),
        HttpRequest{.url = endpoint.url + "/chat/completions",
                    .body = completion_request(call.answer->job, endpoint.model),
                    .key = config_.key,
                    .connect = in_milliseconds(config_.connect_seconds),
                    .total = in_milliseconds(config_.total_seconds)},
        [this, &call](std::string_view bytes) { return receive(call, bytes); });
    return true;
}

bool RemoteEngine::receive(Call& call, std::string_view bytes) {
    if (call.http->status() != 200) {
        call.refusal.append(
            bytes.substr(0, kMostRefusal - std::min(kMostRefusal, call.refusal.size())));
        return call.refusal.size() < kMostRefusal;
    }
    if (!call.http->content_type().starts_with("text/event-stream")) {
        call.why = "answers with no event stream";
        return false;
    }
    for (const auto& data : call.events.push(bytes)) {
        take(call, data);
        if (call.whole || !call.why.empty()) return false;
    }
    if (call.events.broken()) call.why = "sends an event without end";
    return call.why.empty();
}

void RemoteEngine::take(Call& call, const std::string& data) {
    auto& answer = *call.answer;
    if (data == "[DONE]") {
        call.whole = !call.finish_reason.empty();
        if (!call.whole) call.why = "ends without a reason";
        return;
    }
    auto chunk = read_chunk(data);
    if (!chunk) {
        call.why = "sends events that are no completion";
        return;
    }
    if (chunk->error) {
        call.why = "breaks off: " + chunk->error->substr(0, 200);
        return;
    }
    if (chunk->usage) {
        answer.usage.prompt_tokens = chunk->usage->prompt_tokens;
        answer.usage.completion_tokens = chunk->usage->completion_tokens;
        answer.usage.cached_tokens = chunk->usage->cached_tokens;
    }
    for (auto& token : chunk->logprobs) answer.report(std::move(token));
    if (!chunk->text.empty() && call.finish_reason.empty()) {
        if (call.pieces++ == 0) answer.first_token();
        ++counters_.generated;
        call.heard = Clock::now();
        answer.say(chunk->text);
        if (answer.stops.stopped()) call.finish_reason = "stop";
        // A server that does not count gets no more than was asked of it.
        if (call.pieces > answer.job.max_tokens ||
            answer.text.size() > kMostTextPerToken * answer.job.max_tokens) {
            call.finish_reason = "length";
        }
        call.whole = !call.finish_reason.empty();
        if (!chunk->usage) answer.usage.completion_tokens = call.pieces;
    }
    if (call.finish_reason.empty()) {
        call.finish_reason = chunk->finish_reason.value_or("");
    } else if (++call.after_end > kMostAfterEnd) {
        call.whole = true;
    }
}

void RemoteEngine::end_try(Call& call, CURLcode code) {
    const auto status = call.http->status();
    call.http.reset();
    auto& endpoint = endpoints_[call.endpoint];
    --endpoint.under_way;
    if (call.whole || (code == CURLE_OK && !call.finish_reason.empty())) {
        endpoint.breaker.success();
        const bool limit = call.finish_reason == "length";
        const auto& answer = *call.answer;
        if (!limit && !answer.job.json_schema.empty() && !nlohmann::json::accept(answer.text)) {
            return finish(call, "error");
        }
        return finish(call, limit ? "length" : "stop");
    }
    if (!call.why.empty()) return try_again_or_fail(call, call.why);
    if (code != CURLE_OK && code != CURLE_WRITE_ERROR) {
        return try_again_or_fail(call, curl_easy_strerror(code));
    }
    if (status == 200) return try_again_or_fail(call, "closes early");
    const auto why = "answers with status " + std::to_string(status);
    if (passing(status)) return try_again_or_fail(call, why);
    log::warn("llm.remote_refused", {{"status", static_cast<int>(status)}});
    last_failure_ = why;
    finish(call, "error");
}

void RemoteEngine::watch(Clock::time_point now) {
    for (auto& call : calls_) {
        if (!call.answer) continue;
        if (call.answer->cancelled()) {
            if (call.http) --endpoints_[call.endpoint].under_way;
            call.http.reset();  // closes the connection: the server sees that nobody listens
            finish(call, "cancelled");
        } else if (call.http && now - call.heard > in_milliseconds(config_.idle_seconds)) {
            call.http.reset();
            --endpoints_[call.endpoint].under_way;
            if (!call.finish_reason.empty()) {
                finish(call, call.finish_reason == "length" ? "length" : "stop");
            } else {
                try_again_or_fail(call, "sends no text");
            }
        }
    }
}

void RemoteEngine::try_again_or_fail(Call& call, const std::string& why) {
    endpoints_[call.endpoint].breaker.failure(Clock::now());
    last_failure_ = why;
    log::warn("llm.remote_failed", {{"endpoint", static_cast<int>(call.endpoint)}, {"why", why}});
    const bool shown = !call.answer->text.empty() || !call.answer->logprobs.empty();
    if (shown || call.tries > config_.retries) return finish(call, "error");
    ++counters_.retried;
    call.pieces = call.after_end = 0;
    call.finish_reason.clear();
    call.answer->gate = {};
    call.answer->stops = StopScanner(call.answer->job.stop);
    // Jitter: who failed together does not come back together.
    const auto most = std::min(2000.0, 100.0 * static_cast<double>(1U << call.tries));
    std::uniform_real_distribution<double> wait(most / 2, most);
    call.next_try = Clock::now() + in_milliseconds(wait(random_) / 1000);
}

void RemoteEngine::finish(Call& call, const std::string& reason) {
    auto& counter = reason == "cancelled" ? counters_.cancelled
                    : reason == "error"   ? counters_.failed
                                          : counters_.done;
    ++counter;
    const auto answer = std::move(call.answer);
    answer->end(reason);
}

}  // namespace lexi::ml
