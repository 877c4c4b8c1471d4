#include "core/audio_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "kit/log.hpp"

namespace lexi::core {
namespace audio_filters {  // named: glaze does not reflect types of an anonymous namespace

struct Owned {
    ObjectId _id;
    std::string userId;
};
struct SameSpeech {
    std::string userId;
    std::string requestKey;
};

}  // namespace audio_filters

namespace {

namespace fs = std::filesystem;

constexpr const char* kCollection = "audio_files";
constexpr ml::AudioFormat kFormats[] = {ml::AudioFormat::wav, ml::AudioFormat::mp3,
                                        ml::AudioFormat::ogg, ml::AudioFormat::webm,
                                        ml::AudioFormat::m4a, ml::AudioFormat::flac};

// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {
        if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "open");
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto count = ::write(fd_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) throw std::system_error(errno, std::generic_category(), "write");
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void sync() const {
        if (::fsync(fd_) != 0) throw std::system_error(errno, std::generic_category(), "fsync");
    }

private:
    int fd_;
};

// Under its final name the file is whole or not there, whatever happens in between.
void write_whole(const fs::path& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    const auto unfinished = path.string() + ".part";
    {
        const Descriptor file(unfinished, O_WRONLY | O_CREAT | O_TRUNC);
        file.write(bytes);
        file.sync();
    }
    fs::rename(unfinished, path);
    Descriptor(path.parent_path(), O_RDONLY | O_DIRECTORY).sync();
}

bool disk_is_full(const std::error_code& code) {
    return code == std::errc::no_space_on_device || code.value() == EDQUOT;
}

std::unexpected<Problem> gone() { return fail(Fault::not_found, "There is no such recording."); }

}  // namespace

std::optional<std::string> audio_media_type(std::string_view format) {
    for (const auto known : kFormats) {
        if (ml::to_text(known) == format) return std::string(ml::media_type(known));
    }
    return std::nullopt;
}

fs::path audio_path(const fs::path& folder, const ObjectId& id, std::string_view format) {
    const auto hex = to_hex(id);
    return folder / hex.substr(hex.size() - 2) / (hex + "." + std::string(format));
}

Result<AudioDocument> AudioStore::save(Connection& db, NewAudio audio, std::string_view bytes,
                                       Instant now) const {
    const auto id = new_object_id();
    AudioDocument document{._id = id,
                           .userId = std::move(audio.user),
                           .fileType = std::move(audio.file_type),
                           .url = url_prefix_ + "/ai/audio/" + to_hex(id),
                           .duration = audio.duration,
                           .format = std::string(ml::to_text(audio.format)),
                           .sampleRate = audio.sample_rate,
                           .metadata = std::move(audio.metadata),
                           .createdAt = stored(now),
                           .expiresAt = stored(now + retention_),
                           .bytes = static_cast<std::int64_t>(bytes.size()),
                           .requestKey = std::move(audio.request_key),
                           .words = std::move(audio.words),
                           .wordsEstimated = audio.words_estimated};
    try {
        write_whole(audio_path(folder_, id, document.format), bytes);
    } catch (const std::system_error& refused) {
        if (!disk_is_full(refused.code())) throw;
        log::error("audio.disk_full", {{"bytes", bytes.size()}});
        return fail_busy("There is no room left for recordings. Please try again later.", 60);
    }
    db[kCollection].insert(document);
    return document;
}

bool AudioStore::has_bytes(const AudioDocument& audio) const {
    std::error_code wrong;
    const auto size = fs::file_size(audio_path(folder_, audio._id, audio.format), wrong);
    return !wrong && size == static_cast<std::uintmax_t>(audio.bytes);
}

Result<AudioDocument> AudioStore::find(Connection& db, const Uuid& user, std::string_view id,
                                       Instant now) const {
    const auto wanted = parse_object_id(id);
    if (!wanted) return gone();
    auto found = db[kCollection].find_one<AudioDocument>(
        audio_filters::Owned{._id = *wanted, .userId = user.str()});
    if (!found || loaded(found->expiresAt) <= now || !has_bytes(*found)) return gone();
    return std::move(*found);
}

void AudioStore::erase(Connection& db, const Uuid& user) const {
    const OfUser owned{user.str()};
    for (const auto& audio : db[kCollection].find<AudioDocument>(owned)) {
        std::error_code gone_already;
        fs::remove(audio_path(folder_, audio._id, audio.format), gone_already);
    }
    db[kCollection].remove(owned);
}

std::optional<AudioDocument> AudioStore::find_synthesis(Connection& db, const Uuid& user,
                                                        const std::string& key, Instant now) const {
    constexpr std::int64_t kTries = 3;  // more than one only where two made it at the same time
    auto found = db[kCollection].find<AudioDocument>(
        audio_filters::SameSpeech{.userId = user.str(), .requestKey = key},
        {.sort = {{"_id", -1}}, .limit = kTries});
    for (auto& audio : found) {
        if (loaded(audio.expiresAt) > now && has_bytes(audio)) return std::move(audio);
    }
    return std::nullopt;
}

Result<std::string> AudioStore::read(const AudioDocument& audio, std::size_t first,
                                     std::size_t count) const {
    std::ifstream file(audio_path(folder_, audio._id, audio.format), std::ios::binary);
    std::string bytes(count, '\0');
    file.seekg(static_cast<std::streamoff>(first));
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    if (!file) return gone();
    return bytes;
}

}  // namespace lexi::core
