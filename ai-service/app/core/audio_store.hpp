#pragma once
// Recordings and synthesised speech: the bytes in a file below AUDIO_UPLOAD_DIR, and a document in
// `audio_files` that is written after them. Only what has both exists; either half alone is what a
// crash left, and the sweeper's to remove. Replicas must share the folder.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/mongo.hpp"
#include "kit/http.hpp"
#include "ml/audio/audio.hpp"

namespace lexi::core {

struct AudioMetadata {
    std::string text;
    std::string language;
    std::string model;
};

/// When a phoneme and a word of synthesised speech are said.
struct SpokenPhoneme {
    std::string ipa;
    double start = 0;  // seconds
    double end = 0;
};
struct SpokenWord {
    std::string word;
    double start = 0;  // seconds
    double end = 0;
    std::vector<SpokenPhoneme> phonemes;  // empty where the voice does not tell them
};

/// A document of `audio_files`: the specification's fields, then our own.
struct AudioDocument {
    ObjectId _id;
    std::string userId;
    std::string fileType;  // recording, synthesis
    std::string url;
    double duration = 0;  // seconds
    std::string format;   // wav, ogg, …
    std::int64_t sampleRate = 0;
    AudioMetadata metadata;
    StoredTime createdAt;
    StoredTime expiresAt;
    std::int64_t bytes = 0;
    std::string requestKey;  // of a synthesis: the same key is the same speech
    std::vector<SpokenWord> words;
    bool wordsEstimated = false;
};

/// What a caller knows of new audio; the store adds the rest.
struct NewAudio {
    std::string user;
    std::string file_type;
    ml::AudioFormat format = ml::AudioFormat::wav;
    std::uint32_t sample_rate = 0;
    double duration = 0;
    AudioMetadata metadata;
    std::string request_key;
    std::vector<SpokenWord> words;
    bool words_estimated = false;
};

/// The media type of a stored format's name; nothing for a name that is none of ours.
std::optional<std::string> audio_media_type(std::string_view format);

/// Where the bytes of `id` lie: <folder>/<its last two digits>/<id>.<format>.
std::filesystem::path audio_path(const std::filesystem::path& folder, const ObjectId& id,
                                 std::string_view format);

/// The calls that take a Connection block: they run inside a job of Mongo::run.
class AudioStore {
public:
    /// `url_prefix` is what GET /ai/audio/{id} hangs below: /api/v1.
    AudioStore(std::filesystem::path folder, std::string url_prefix, std::uint32_t retention_days)
        : folder_(std::move(folder)),
          url_prefix_(std::move(url_prefix)),
          retention_(std::chrono::days(retention_days)) {}

    /// Bytes first (on disk before this returns), then the document. Throws std::system_error for a
    /// disk that does not take them; Fault::unavailable for a full one.
    Result<AudioDocument> save(Connection& db, NewAudio audio, std::string_view bytes,
                               Instant now) const;
    /// not_found for somebody else's, an expired one, and one whose bytes are gone.
    Result<AudioDocument> find(Connection& db, const Uuid& user, std::string_view id,
                               Instant now) const;
    /// The newest synthesis with this key that still has its bytes.
    std::optional<AudioDocument> find_synthesis(Connection& db, const Uuid& user,
                                                const std::string& key, Instant now) const;
    /// All of the user's audio: each one's bytes, then its document.
    void erase(Connection& db, const Uuid& user) const;
    /// `count` bytes from `first` on. not_found when the file is gone or shorter.
    Result<std::string> read(const AudioDocument& audio, std::size_t first,
                             std::size_t count) const;

    const std::filesystem::path& folder() const { return folder_; }

private:
    bool has_bytes(const AudioDocument& audio) const;
    const std::filesystem::path folder_;
    const std::string url_prefix_;
    const std::chrono::days retention_;
};

}  // namespace lexi::core
