#include <algorithm>
#include <array>

#include "ml/audio/audio.hpp"

namespace lexi::ml {
namespace {

std::uint8_t byte(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

// An MPEG audio layer III frame header (ISO/IEC 11172-3, 2.4.2.3).
bool is_mp3_frame(std::string_view bytes) {
    if (bytes.size() < 4 || byte(bytes, 0) != 0xFF || (byte(bytes, 1) & 0xE0) != 0xE0) return false;
    const bool version = (byte(bytes, 1) & 0x18) != 0x08;
    const bool layer_3 = (byte(bytes, 1) & 0x06) == 0x02;
    const bool bitrate = (byte(bytes, 2) & 0xF0) != 0xF0;
    const bool rate = (byte(bytes, 2) & 0x0C) != 0x0C;
    return version && layer_3 && bitrate && rate;
}

}  // namespace

std::string_view to_text(AudioFormat format) {
    constexpr std::array<std::string_view, 6> names{"wav", "mp3", "ogg", "webm", "m4a", "flac"};
    return names.at(static_cast<std::size_t>(format));
}

std::string_view media_type(AudioFormat format) {
    constexpr std::array<std::string_view, 6> names{"audio/wav",  "audio/mpeg", "audio/ogg",
                                                    "audio/webm", "audio/mp4",  "audio/flac"};
    return names.at(static_cast<std::size_t>(format));
}

Result<AudioFormat> sniff_audio(std::string_view bytes) {
    using enum AudioFormat;
    if (bytes.empty()) return fail_field("audio", "is empty");
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WAVE") return wav;
    if (bytes.starts_with("fLaC")) return flac;
    if (bytes.starts_with("OggS")) return ogg;
    if (bytes.starts_with("\x1A\x45\xDF\xA3")) return webm;
    if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return m4a;
    if (bytes.starts_with("ID3") || is_mp3_frame(bytes)) return mp3;
    return fail(Fault::unsupported_media,
                "The file is not a recording in WAV, MP3, OGG, WebM, M4A or FLAC.");
}

}  // namespace lexi::ml
