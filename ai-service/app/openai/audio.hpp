#pragma once
// OpenAI's audio routes: /v1/audio/transcriptions and /v1/audio/speech.
#include "kit/offload.hpp"
#include "kit/router.hpp"
#include "ml/piper/tts.hpp"
#include "ml/whisper/stt.hpp"

namespace lexi::openai {

/// What the routes work with; all of it outlives them.
struct AudioParts {
    ml::SpeechToText& stt;
    ml::TextToSpeech& tts;
    WorkerPool& decoding;
    WorkerPool& inference;
    std::size_t max_audio_bytes;
};

void mount_openai_audio(http::Router& router, const AudioParts& parts);

}  // namespace lexi::openai
