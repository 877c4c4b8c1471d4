#pragma once
// Sound in and out of the service: any recording a browser or a phone makes becomes 16 kHz mono,
// and what the service says becomes a file. Everything blocks for the length of the work: worker
// pools only. Nothing touches the file system or the network.
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kit/result.hpp"

namespace lexi::ml {

inline constexpr std::uint32_t kSpeechRate = 16000;  // what every recogniser here listens at

enum class AudioFormat : std::uint8_t { wav, mp3, ogg, webm, m4a, flac };

/// "wav", "ogg", …
std::string_view to_text(AudioFormat format);
/// "audio/wav", "audio/ogg", …
std::string_view media_type(AudioFormat format);

struct AudioLimits {
    std::size_t max_bytes = std::size_t{10} << 20;
    double max_seconds = 120;
    std::chrono::milliseconds max_time{20000};  // of decoding, by the wall clock
};

struct DecodedAudio {
    std::vector<float> pcm;  // 16 kHz, mono, -1..1
    AudioFormat format = AudioFormat::wav;
    std::uint32_t source_rate = 0;
    double duration = 0;  // seconds
};

/// The format that the first bytes of a file show, whatever its name says.
/// unsupported_media when it is none of ours.
Result<AudioFormat> sniff_audio(std::string_view bytes);

/// Decodes a whole file. Refusals: unsupported_media (another format, another codec, a film),
/// too_large (bytes, seconds, decoding time), invalid (empty, cut off, damaged, or a header that
/// promises what the file does not hold).
Result<DecodedAudio> decode_audio(std::string_view bytes, const AudioLimits& limits);

/// A sound that becomes a file while it is made. One thread at a time.
class AudioWriter {
public:
    virtual ~AudioWriter() = default;
    /// The bytes that are settled with this sound; may be none.
    virtual Result<std::string> add(std::span<const std::int16_t> pcm) = 0;
    /// The last bytes. Nothing may be added any more.
    virtual Result<std::string> finish() = 0;
};

/// wav, ogg and mp3, which need no look back. A WAV made so promises as much as its header can: its
/// length is not known yet. internal when the machine's libav lacks the encoder.
Result<std::unique_ptr<AudioWriter>> write_audio(AudioFormat format, std::uint32_t rate);

/// Mono `pcm` at `rate` as a file. Opus inside ogg and webm (48 kHz, 32 kbit/s), AAC inside m4a.
/// internal when the machine's libav lacks the encoder.
Result<std::string> encode_audio(std::span<const std::int16_t> pcm, std::uint32_t rate,
                                 AudioFormat format);

}  // namespace lexi::ml
