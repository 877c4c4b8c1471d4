#pragma once
#include <cstdint>
#include <string_view>

namespace lexi::speech {

/// How POST /ai/tts answers: the envelope, or the bytes themselves.
enum class SpokenAs : std::uint8_t { json, wav, ogg };

/// By the Accept header (RFC 9110, 12.5.1): the highest weight wins, then the order. A header that
/// names none of the three gets the envelope. Pure.
SpokenAs spoken_as(std::string_view accept);

}  // namespace lexi::speech
