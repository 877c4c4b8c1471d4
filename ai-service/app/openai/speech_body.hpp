#pragma once
// What POST /v1/audio/speech asks.
#include <glaze/glaze.hpp>
#include <optional>
#include <string>

#include "kit/body.hpp"

namespace lexi::openai {

struct SpeechBody {
    std::string model;
    std::string input;
    std::string voice;
    std::optional<std::string> response_format;  // mp3 (default), opus, flac, wav
    std::optional<double> speed;
    std::optional<std::string> instructions;
    std::optional<std::string> stream_format;
};

}  // namespace lexi::openai

template <>
struct glz::json_schema<lexi::openai::SpeechBody> {
    glz::schema model{.minLength = 1, .maxLength = 100};
    glz::schema input{.minLength = 1, .maxLength = 4096};
    glz::schema voice{.minLength = 1, .maxLength = 100};
    glz::schema speed{.minimum = 0.5, .maximum = 2.0};
};
