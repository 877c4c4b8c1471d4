#pragma once
// Removes audio whose time is over, and the halves that a crash left behind.
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

#include "core/audio_store.hpp"

namespace lexi::core {

struct Swept {
    std::uint64_t expired = 0;  // bytes and document
    std::uint64_t orphans = 0;  // files without a document
    std::uint64_t hollow = 0;   // documents without a file
};

/// One pass. Blocks; `now` must be close to the file system's clock. A file younger than ten
/// minutes may be one whose document is still being written, and is left alone. Bytes go before
/// their document, so that a crash between the two leaves a document that the next pass finds
/// again.
Swept sweep_audio(Connection& db, const AudioStore& store, Instant now);

/// What else is to be done in each pass: its name for the log, and how much it did. Blocks.
struct SweepPass {
    std::string name;
    std::function<std::uint64_t(Connection&, Instant)> run;
};

/// Runs sweep_audio and the other passes on a thread of its own, at once and then each `period`.
/// Takes one guest connection of `mongo`. A store that is away is tried again at the next pass.
class Sweeper {
public:
    Sweeper(Mongo& mongo, const AudioStore& store, std::chrono::milliseconds period,
            std::vector<SweepPass> passes = {});

private:
    void run(const std::stop_token& stop);
    void run_passes();
    Mongo& mongo_;
    const AudioStore& store_;
    const std::chrono::milliseconds period_;
    const std::vector<SweepPass> passes_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above; its end stops it
};

}  // namespace lexi::core
