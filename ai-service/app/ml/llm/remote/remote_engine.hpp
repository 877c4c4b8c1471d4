#pragma once
// See remote.hpp for the promises.
#include <atomic>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "ml/llm/answer.hpp"
#include "ml/llm/fair_queue.hpp"
#include "ml/llm/remote/breaker.hpp"
#include "ml/llm/remote/http_call.hpp"
#include "ml/llm/remote/remote.hpp"
#include "ml/llm/remote/sse_reader.hpp"
#include "ml/llm/remote/wire.hpp"

namespace lexi::ml {

class RemoteEngine final : public Llm {
public:
    explicit RemoteEngine(RemoteConfig config);
    ~RemoteEngine() override { stop(); }
    Result<LlmTicket> submit(LlmJob job, OnPiece on_piece, OnDone on_done) override;
    std::uint32_t context_tokens() const override;
    std::uint32_t count_tokens(std::string_view text) const override {
        return estimated_tokens(text);
    }
    EngineStatus status() const override;
    void stop() override;

private:
    using Clock = std::chrono::steady_clock;
    struct Endpoint {
        std::string url;
        std::string model;
        Breaker breaker;
        std::uint32_t under_way = 0;
        std::unique_ptr<HttpCall> probe;
        std::string probe_body;
        Clock::time_point probed{};
        bool known = false;  // has answered a probe
    };
    /// A job on its way: between tries `http` is empty.
    struct Call {
        std::unique_ptr<Answer> answer;
        std::size_t endpoint = 0;
        std::uint32_t tries = 0;
        Clock::time_point next_try{};
        Clock::time_point heard{};  // of the last piece of text
        std::unique_ptr<HttpCall> http;
        SseReader events;
        std::string refusal;  // the body of an answer that is no stream
        std::uint32_t pieces = 0;
        std::uint32_t after_end = 0;  // events
        std::string finish_reason;    // the server's
        bool whole = false;           // [DONE], or all that is wanted
        std::string why;              // what breaks the try off
    };
    struct Counters {
        std::atomic<std::uint64_t> submitted, done, cancelled, failed, refused, retried, generated,
            under_way, open;
    };

    void run(const std::stop_token& stop);
    void probe(Endpoint& endpoint, Clock::time_point now);
    void end_probe(Endpoint& endpoint, bool answered);
    void admit(Clock::time_point now);
    bool start(Call& call, Clock::time_point now);
    bool receive(Call& call, std::string_view bytes);
    void take(Call& call, const std::string& data);
    void collect();
    void watch(Clock::time_point now);
    void end_try(Call& call, CURLcode code);
    void try_again_or_fail(Call& call, const std::string& why);
    void finish(Call& call, const std::string& reason);
    void drop_cancelled_in_queue();
    void end_all();
    void publish();

    const RemoteConfig config_;
    Counters counters_{};
    mutable std::mutex mutex_;  // queue_, closing_, state_, reason_, model_
    FairQueue<std::unique_ptr<Answer>> queue_;
    bool closing_ = false;
    EngineState state_ = EngineState::loading;
    std::string reason_;
    std::string model_;
    std::vector<Endpoint> endpoints_;  // the engine's thread only, as all below
    Multi multi_;
    std::list<Call> calls_;
    std::mt19937 random_{std::random_device{}()};
    std::string last_failure_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace lexi::ml
