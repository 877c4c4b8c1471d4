#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/audio_store.hpp"
#include "kit/body.hpp"

namespace lexi::speech {

struct SpeakBody {
    std::optional<std::string> text;
    std::optional<std::string> text_token;  // audio_token of a lesson: spoken, but never shown
    std::optional<std::string> language;    // en (default), vi
    std::optional<std::string> voice;       // default, or the name that `model` of a reply told
    std::optional<double> speed;
    std::optional<bool> timings;
    std::optional<bool> stream;  // bytes as they are made; only where bytes are accepted
};

struct SpeechView {
    std::string audio_id;
    std::string url;
    double duration = 0;  // seconds
    std::string format;
    std::int64_t sample_rate = 0;
    std::vector<core::SpokenWord> words;  // with timings: true
    bool words_estimated = false;         // shared out by sounds, not told by the voice
    std::string model;
    bool cached = false;
    std::string expires_at;
};

struct HeardWord {
    std::string word;
    double start = 0;
    double end = 0;
    double probability = 0;
};

struct HeardSegment {
    std::string text;
    double start = 0;
    double end = 0;
};

struct TranscriptView {
    std::string text;  // empty where there is no speech
    std::string language;
    std::vector<HeardSegment> segments;
    std::vector<HeardWord> words;
    double no_speech = 0;  // 0-1
    double duration = 0;   // seconds
};

}  // namespace lexi::speech

template <>
struct lexi::http::SchemaExtra<lexi::speech::SpeakBody> {
    static std::string json() {
        return R"({"anyOf": [{"required": ["text"]}, {"required": ["text_token"]}]})";
    }
};
template <>
struct glz::json_schema<lexi::speech::SpeakBody> {
    glz::schema text{.minLength = 1, .maxLength = 1000};
    glz::schema text_token{.minLength = 1, .maxLength = 8000};
    glz::schema language{.minLength = 1, .maxLength = 35};
    glz::schema voice{.minLength = 1, .maxLength = 100};
    glz::schema speed{.minimum = 0.5, .maximum = 2.0};
};
