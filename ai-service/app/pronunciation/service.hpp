#pragma once
#include "core/audio_store.hpp"
#include "core/recording.hpp"
#include "ml/phones/aligner.hpp"
#include "ml/vad/vad.hpp"
#include "ml/whisper/stt.hpp"
#include "pronunciation/schema.hpp"

namespace lexi::pronunciation {

/// What the slice works with; all of it outlives the service.
struct PronunciationParts {
    ml::SpeechToText& stt;
    ml::PhoneAligner& aligner;
    const ml::VoiceDetector& voice;
    core::Mongo& mongo;
    const core::AudioStore& store;
    WorkerPool& decoding;
    WorkerPool& inference;
    std::size_t max_audio_bytes;
};

/// Any event loop; the work is done on the pools, and given up when the client goes.
class PronunciationService {
public:
    explicit PronunciationService(PronunciationParts parts) : parts_(parts) {}

    /// Form: audio, target_text, mode, language. With mode "unscripted" there is no target_text and
    /// what was heard is judged instead: words that Whisper repaired are not found wrong. A
    /// recording that cannot be judged is refused (422 on `audio`, in words for the learner) and
    /// not stored.
    Task<Result<ResultView>> analyse(http::Request request);
    Task<Result<http::Reply<std::vector<ResultView>>>> history(Uuid user, HistoryFilter filter);
    Task<Result<StatsView>> stats(Uuid user, StatsFilter filter, Instant now);

private:
    Task<Result<ResultView>> stored(ResultView view, core::Recording recording, Uuid user,
                                    Instant now);
    PronunciationParts parts_;
};

/// The text to be read: empty where the learner speaks freely (mode "unscripted").
Result<std::string> asked_text(const http::Form& form);

/// The text to be read, trimmed and with single blanks: 1-300 characters, a Latin letter among
/// them.
Result<std::string> target_text(std::string_view given);

}  // namespace lexi::pronunciation
