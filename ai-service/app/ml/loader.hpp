#pragma once
// Loads a model on a thread of its own and tries again when a failed one has changed on disk.
#include <chrono>
#include <condition_variable>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "kit/log.hpp"
#include "ml/engine.hpp"
#include "ml/heap.hpp"

namespace lexi::ml {

template <class Model>
class Loader {
public:
    using Loaded = std::expected<std::shared_ptr<Model>, std::string>;  // or why not, without paths
    /// `load` runs on the loader's thread; `look` cheaply says what is on disk, and a failed load
    /// is repeated when that changes (and each minute in any case).
    Loader(std::string kind, std::function<Loaded()> load, std::function<std::string()> look,
           double retry_seconds)
        : kind_(std::move(kind)),
          load_(std::move(load)),
          look_(std::move(look)),
          retry_(retry_seconds),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}
    ~Loader() { stop(); }
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    /// The model, or why it cannot be had. Any thread, at once.
    Result<std::shared_ptr<Model>> get(std::string_view what) const {
        const std::scoped_lock lock(mutex_);
        if (model_) return model_;
        return std::unexpected(not_ready(state_, what));
    }
    std::shared_ptr<Model> peek() const {
        const std::scoped_lock lock(mutex_);
        return model_;
    }
    void describe(EngineStatus& status) const {
        const std::scoped_lock lock(mutex_);
        status.kind = kind_;
        status.state = std::string(to_text(state_));
        status.reason = reason_;
    }
    /// Waits for a load in progress; afterwards the model is gone for new calls.
    void stop() {
        thread_.request_stop();
        if (thread_.joinable()) thread_.join();
        const std::scoped_lock lock(mutex_);
        if (!model_) return;
        model_.reset();
        state_ = EngineState::failed;
        reason_ = "stopped";
    }

private:
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const auto seen = look_();
            if (attempt(stop)) return;
            if (!wait_for_change(stop, seen)) return;
        }
    }

    // One model at a time, and its load leaves nothing behind.
    bool attempt(const std::stop_token& stop) {
        const std::scoped_lock alone(loading_mutex());
        if (stop.stop_requested()) return false;
        const auto began = std::chrono::steady_clock::now();
        Loaded loaded = std::unexpected("the load broke off");
        try {
            loaded = load_();
        } catch (const std::exception& broken) {
            loaded = std::unexpected(std::string("the runtime refused it: ") + broken.what());
        }
        give_back_memory();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - began;
        const std::scoped_lock lock(mutex_);
        state_ = loaded ? EngineState::ready : EngineState::failed;
        reason_ = loaded ? "" : loaded.error();
        if (loaded) {
            model_ = std::move(*loaded);
            log::info("engine.ready", {{"kind", kind_}, {"ms", took.count()}});
        } else {
            log::warn("engine.failed", {{"kind", kind_}, {"reason", reason_}});
        }
        return model_ != nullptr;
    }

    bool wait_for_change(const std::stop_token& stop, const std::string& seen) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        std::unique_lock lock(wait_mutex_);
        do {
            wake_.wait_for(lock, stop, retry_, [] { return false; });
            if (stop.stop_requested()) return false;
        } while (look_() == seen && std::chrono::steady_clock::now() < give_up);
        return true;
    }

    const std::string kind_;
    const std::function<Loaded()> load_;
    const std::function<std::string()> look_;
    const std::chrono::duration<double> retry_;
    mutable std::mutex mutex_;
    std::shared_ptr<Model> model_;
    EngineState state_ = EngineState::loading;
    std::string reason_;
    std::mutex wait_mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace lexi::ml
