#include "ml/audio/layout.hpp"

#include <cstdint>

namespace lexi::ml {
namespace {

constexpr std::uint32_t kUnknownLength = 0xFFFFFFFF;  // written by recorders that cannot seek

std::uint32_t little_32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

auto cut_off() { return fail_field("audio", "is cut off: it ends before its headers say"); }

// RIFF: a four-letter name, a length, the bytes, padded to an even length.
Result<void> check_wav(std::string_view bytes) {
    std::size_t at = 12;
    while (at + 8 <= bytes.size()) {
        const auto name = bytes.substr(at, 4);
        const std::uint32_t length = little_32(bytes, at + 4);
        at += 8;
        if (name == "data") {
            if (length == 0) return fail_field("audio", "holds no sound");
            if (length != kUnknownLength && length > bytes.size() - at) return cut_off();
            return {};
        }
        if (length > bytes.size() - at) return cut_off();
        at += std::size_t{length} + (length & 1);
    }
    return fail_field("audio", "holds no sound");
}

// RFC 3533, section 6: 27 bytes of head, the segment table, the segments.
Result<void> check_ogg(std::string_view bytes) {
    constexpr std::size_t kHead = 27;
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes.size() - at < kHead || bytes.substr(at, 4) != "OggS") return cut_off();
        const std::size_t segments = static_cast<std::uint8_t>(bytes[at + kHead - 1]);
        if (bytes.size() - at < kHead + segments) return cut_off();
        std::size_t body = 0;
        for (std::size_t i = 0; i < segments; ++i) {
            body += static_cast<std::uint8_t>(bytes[at + kHead + i]);
        }
        if (bytes.size() - at - kHead - segments < body) return cut_off();
        at += kHead + segments + body;
    }
    return {};
}

}  // namespace

Result<void> check_layout(std::string_view bytes, AudioFormat format) {
    if (format == AudioFormat::wav) return check_wav(bytes);
    if (format == AudioFormat::ogg) return check_ogg(bytes);
    return {};
}

}  // namespace lexi::ml
