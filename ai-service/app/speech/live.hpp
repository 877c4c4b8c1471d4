#pragma once
// Speech to text while it is spoken: GET /ai/stt/live, a WebSocket (kit/socket.hpp).
//
//   client   {"type": "start", "token": …, "language"?}   then sound: binary, 16-bit little-endian
//            PCM, 16 kHz, mono; {"type": "end"} after the last of it
//   service  {"type": "ready"}
//            {"type": "partial", "text", "stable"}   at most one a second: what is heard so far,
//            and the part of it that two hearings in a row agreed on (it may still be mended)
//            {"type": "final", "text", "language", "duration", "words"}   then it closes
//
// At most 120 s. Nothing is stored.
#include "core/recording.hpp"
#include "kit/offload.hpp"
#include "kit/router.hpp"
#include "ml/whisper/stt.hpp"

namespace lexi::speech {

struct LiveParts {
    ml::SpeechToText& stt;
    WorkerPool& inference;
};

/// The beginning of `newer`, in whole words, on which both hearings agree (case and marks apart).
std::string agreed(const std::string& older, const std::string& newer);

void mount_live(http::Router& router, LiveParts parts);

}  // namespace lexi::speech
