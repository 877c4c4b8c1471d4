#pragma once
// Speech that is sent while it is made.
#include <functional>
#include <string>

#include "kit/byte_stream.hpp"
#include "kit/offload.hpp"
#include "ml/audio/audio.hpp"
#include "ml/piper/tts.hpp"

namespace lexi::core {

struct SpeechJob {
    ml::TtsRequest wanted;
    std::string voice;  // empty or "default": any; else it must be the one of the language
    ml::AudioFormat format = ml::AudioFormat::wav;
};

/// fail_field("voice", …) where `voice` asks for another than `model`.
Result<void> check_voice(const std::string& voice, const std::string& model);

/// The whole text at once. Blocks; fail_field("voice", …) as check_voice.
Result<ml::TtsResult> speak_whole(ml::TextToSpeech& tts, const SpeechJob& job);

/// Hears the whole once all of it has been sent.
using OnSpoken = std::function<Task<void>(ml::TtsResult)>;

/// Refusals come before the response; the first bytes are made by then, the rest follow. A failure
/// on the way breaks the connection off. Both outlive all requests.
Task<Result<drogon::HttpResponsePtr>> stream_speech(WorkerPool* pool, ml::TextToSpeech* tts,
                                                    SpeechJob job, http::Request request,
                                                    OnSpoken on_spoken);

}  // namespace lexi::core
