#pragma once
// What POST /v1/audio/transcriptions asks and answers, in OpenAI's words. Pure.
#include <string>

#include "kit/multipart.hpp"
#include "ml/whisper/stt.hpp"

namespace lexi::openai {

enum class HeardAs : std::uint8_t { json, text, srt, vtt, verbose_json };

struct TranscriptionAsked {
    std::string model;
    ml::SttOptions options;
    HeardAs as = HeardAs::json;
    bool segments = true;  // of verbose_json
};

/// The form's fields but `file`. What would change the answer in a way that we cannot is refused by
/// name: a prompt, a stream.
Result<TranscriptionAsked> read_transcription(const http::Form& form);

/// The form fields that may be there.
std::vector<std::string> transcription_fields();

struct Written {
    std::string media_type;
    std::string body;
};
Written written(const ml::SttResult& heard, const TranscriptionAsked& asked);

}  // namespace lexi::openai
