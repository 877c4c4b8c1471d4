#include "core/sweeper.hpp"

#include <set>
#include <system_error>

#include "kit/log.hpp"

namespace lexi::core {
namespace sweeper_filters {  // named: glaze does not reflect types of an anonymous namespace

struct Expired {
    Before<StoredTime> expiresAt;
};
template <class T>
struct After {
    T gt;
    struct glaze {
        static constexpr auto value = glz::object("$gt", &After::gt);
    };
};
struct FromOn {
    After<ObjectId> _id;
};
struct These {
    AnyOf<ObjectId> _id;
};
struct Brief {
    ObjectId _id;
    std::string format;
    StoredTime createdAt;
};

}  // namespace sweeper_filters

namespace {

namespace fs = std::filesystem;
using sweeper_filters::Brief;

constexpr const char* kCollection = "audio_files";
constexpr std::int64_t kBatch = 200;
constexpr std::chrono::minutes kSettled{10};  // an upload that takes longer has failed

std::uint64_t remove_expired(Connection& db, const AudioStore& store, Instant now) {
    auto collection = db[kCollection];
    std::uint64_t removed = 0;
    for (;;) {
        const auto batch =
            collection.find<Brief>(sweeper_filters::Expired{.expiresAt = {.lt = stored(now)}},
                                   {.sort = {}, .limit = kBatch});
        for (const auto& audio : batch) {
            std::error_code wrong;
            fs::remove(audio_path(store.folder(), audio._id, audio.format), wrong);
            if (wrong) {  // kept, so that the bytes are not forgotten
                log::error("sweeper.cannot_remove", {{"what", wrong.message()}});
                return removed;
            }
            collection.remove(ById{audio._id});
            ++removed;
        }
        if (batch.size() < static_cast<std::size_t>(kBatch)) return removed;
    }
}

struct Candidate {
    fs::path path;
    std::optional<ObjectId> id;  // none: an unfinished or a strange file
};

// Files whose last change is older than kSettled, by the file system's own clock.
std::vector<Candidate> settled_files(const fs::path& folder) {
    std::vector<Candidate> found;
    const auto newest = fs::file_time_type::clock::now() - kSettled;
    std::error_code wrong;
    fs::recursive_directory_iterator at(folder, wrong);
    for (; !wrong && at != fs::recursive_directory_iterator(); at.increment(wrong)) {
        std::error_code vanished;
        if (!at->is_regular_file(vanished) || at->last_write_time(vanished) > newest) continue;
        if (vanished) continue;
        const auto name = at->path().filename().string();
        const auto dot = name.find('.');
        const bool ours = dot != std::string::npos && audio_media_type(name.substr(dot + 1));
        const bool part = name.ends_with(".part");
        const auto id = parse_object_id(name.substr(0, dot));
        if (!id || (!ours && !part)) continue;  // not a file of this store
        found.push_back({.path = at->path(), .id = part ? std::nullopt : id});
    }
    return found;
}

std::uint64_t remove_orphans(Connection& db, const AudioStore& store) {
    const auto files = settled_files(store.folder());
    std::uint64_t removed = 0;
    for (std::size_t begin = 0; begin < files.size(); begin += kBatch) {
        const auto end = std::min(files.size(), begin + static_cast<std::size_t>(kBatch));
        sweeper_filters::These wanted;
        for (auto i = begin; i < end; ++i) {
            if (files[i].id) wanted._id.in.push_back(*files[i].id);
        }
        std::set<std::string> known;
        for (const auto& audio : db[kCollection].find<Brief>(wanted))
            known.insert(to_hex(audio._id));
        for (auto i = begin; i < end; ++i) {
            if (files[i].id && known.contains(to_hex(*files[i].id))) continue;
            std::error_code wrong;
            removed += fs::remove(files[i].path, wrong) ? 1 : 0;
        }
    }
    return removed;
}

// An empty or missing folder is a disk that is not there, rather than every file lost at once.
bool looks_present(const fs::path& folder) {
    std::error_code wrong;
    return fs::is_directory(folder, wrong) && !fs::is_empty(folder, wrong) && !wrong;
}

std::uint64_t remove_hollow(Connection& db, const AudioStore& store, Instant now) {
    if (!looks_present(store.folder())) return 0;
    auto collection = db[kCollection];
    std::uint64_t removed = 0;
    sweeper_filters::FromOn next{};
    for (;;) {
        const auto batch = collection.find<Brief>(next, {.sort = {{"_id", 1}}, .limit = kBatch});
        for (const auto& audio : batch) {
            if (loaded(audio.createdAt) > now - kSettled) continue;
            std::error_code wrong;
            if (fs::exists(audio_path(store.folder(), audio._id, audio.format), wrong) || wrong)
                continue;
            removed += static_cast<std::uint64_t>(collection.remove(ById{audio._id}));
        }
        if (batch.size() < static_cast<std::size_t>(kBatch)) return removed;
        next._id.gt = batch.back()._id;
    }
}

}  // namespace

Swept sweep_audio(Connection& db, const AudioStore& store, Instant now) {
    Swept swept;
    swept.expired = remove_expired(db, store, now);
    swept.orphans = remove_orphans(db, store);
    swept.hollow = remove_hollow(db, store, now);
    return swept;
}

Sweeper::Sweeper(Mongo& mongo, const AudioStore& store, std::chrono::milliseconds period,
                 std::vector<SweepPass> passes)
    : mongo_(mongo),
      store_(store),
      period_(period),
      passes_(std::move(passes)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Sweeper::run_passes() {
    for (const auto& pass : passes_) {
        const auto done = mongo_.run_here(
            [&pass](Connection& db) -> Result<std::uint64_t> { return pass.run(db, lexi::now()); });
        if (done && *done > 0) log::info("sweeper.pass", {{"name", pass.name}, {"count", *done}});
    }
}

void Sweeper::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            const auto swept = mongo_.run_here([this](Connection& db) -> Result<Swept> {
                return sweep_audio(db, store_, lexi::now());
            });
            if (swept && swept->expired + swept->orphans + swept->hollow > 0) {
                log::info("sweeper.swept", {{"expired", swept->expired},
                                            {"orphans", swept->orphans},
                                            {"hollow", swept->hollow}});
            }
            if (swept) run_passes();
        } catch (const std::exception& broken) {  // one bad pass must not end the next ones
            log::error("sweeper.broken", {{"what", broken.what()}});
        }
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, period_, [] { return false; });
    }
}

}  // namespace lexi::core
