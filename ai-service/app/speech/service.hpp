#pragma once
#include "core/mongo.hpp"
#include "core/recording.hpp"
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

struct AudioPart {
    core::AudioDocument audio;
    ByteRange range;
    std::string bytes;
};

/// Any event loop; the work is done on the pools, and given up when the client goes.
class SpeechService {
public:
    explicit SpeechService(SpeechParts parts) : parts_(parts) {}

    /// Form fields: language, timestamps (word, segment), verbatim (true, false).
    Task<Result<TranscriptView>> transcribe(http::Request request);
    /// The same text in the same voice, speed and format is synthesised once for a learner.
    Task<Result<Speech>> speak(http::Request request, SpeakBody body, SpeakOptions options);
    Task<Result<core::AudioDocument>> find_audio(Uuid user, std::string id, Instant now);
    Task<Result<std::string>> read_audio(core::AudioDocument audio, ByteRange range);

private:
    Result<std::string> text_of(const SpeakBody& body, const Uuid& user, Instant now) const;
    Task<Result<Speech>> synthesised(core::NewAudio audio, ml::TtsRequest wanted, std::string voice,
                                     Instant now);
    SpeechParts parts_;
};

}  // namespace lexi::speech
