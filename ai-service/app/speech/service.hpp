#pragma once
#include "core/mongo.hpp"
#include "core/recording.hpp"
#include "core/speech_stream.hpp"
#include "ml/piper/tts.hpp"
#include "ml/whisper/stt.hpp"
#include "speech/range.hpp"
#include "speech/schema.hpp"

namespace lexi::speech {

/// What the slice works with; all of it outlives the service.
struct SpeechParts {
    ml::SpeechToText& stt;
    ml::TextToSpeech& tts;
    core::Mongo& mongo;
    const core::AudioStore& store;
    WorkerPool& decoding;   // audio decoding
    WorkerPool& inference;  // the speech engines
    std::size_t max_audio_bytes;
    std::string secret;  // shared with the Backend, which seals what lessons say
};

struct Speech {
    core::AudioDocument audio;
    std::string bytes;  // empty unless asked for
    bool cached = false;
};

struct SpeakOptions {
    ml::AudioFormat format = ml::AudioFormat::wav;
    bool with_bytes = false;
};

/// What was made before, or the response that goes on while it is made.
struct StreamedSpeech {
    std::optional<Speech> kept;
    drogon::HttpResponsePtr response;
};

/// Any event loop; the work is done on the pools, and given up when the client goes.
class SpeechService {
public:
    explicit SpeechService(SpeechParts parts) : parts_(parts) {}

    /// Form fields: language, timestamps (word, segment), verbatim (true, false).
    Task<Result<TranscriptView>> transcribe(http::Request request);
    /// The same text in the same voice, speed and format is synthesised once for a learner.
    Task<Result<Speech>> speak(http::Request request, SpeakBody body, SpeakOptions options);
    /// The same, sent while it is made, and kept when the client took all of it.
    Task<Result<StreamedSpeech>> stream(http::Request request, SpeakBody body,
                                        ml::AudioFormat format);
    Task<Result<core::AudioDocument>> find_audio(Uuid user, std::string id, Instant now);
    Task<Result<std::string>> read_audio(core::AudioDocument audio, ByteRange range);

private:
    struct Wanted {
        core::SpeechJob job;
        core::NewAudio audio;
        Instant now;
    };
    Result<Wanted> wanted_of(const http::Request& request, const SpeakBody& body,
                             ml::AudioFormat format) const;
    Result<std::string> text_of(const SpeakBody& body, const Uuid& user, Instant now) const;
    Task<Result<std::optional<Speech>>> find_kept(Wanted wanted, bool with_bytes);
    Task<Result<Speech>> save(Wanted wanted, ml::TtsResult spoken);
    Task<void> keep(Wanted wanted, ml::TtsResult spoken);
    SpeechParts parts_;
};

}  // namespace lexi::speech
