#include <algorithm>
#include <cmath>
#include <cstring>
#include <format>

#include "ml/audio/audio.hpp"
#include "ml/audio/layout.hpp"
#include "ml/audio/libav.hpp"

namespace lexi::ml {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kIoBuffer = 32768;

// The bytes as libav's custom input. Past the deadline it reads nothing more.
struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
    Clock::time_point deadline;

    bool late() const { return Clock::now() > deadline; }

    static int read(void* self, std::uint8_t* to, int room) {
        auto& memory = *static_cast<Memory*>(self);
        if (memory.late()) return AVERROR_EXIT;
        const std::size_t count =
            std::min(static_cast<std::size_t>(room), memory.bytes.size() - memory.at);
        if (count == 0) return AVERROR_EOF;
        std::memcpy(to, memory.bytes.data() + memory.at, count);
        memory.at += count;
        return static_cast<int>(count);
    }

    static std::int64_t seek(void* self, std::int64_t offset, int whence) {
        auto& memory = *static_cast<Memory*>(self);
        const auto size = static_cast<std::int64_t>(memory.bytes.size());
        if ((whence & AVSEEK_SIZE) != 0) return size;
        const int from = whence & ~AVSEEK_FORCE;
        std::int64_t target = offset;
        if (from == SEEK_CUR) target += static_cast<std::int64_t>(memory.at);
        if (from == SEEK_END) target += size;
        if (target < 0 || target > size) return AVERROR(EINVAL);
        memory.at = static_cast<std::size_t>(target);
        return target;
    }
};

// A recording never leads the demuxer to another file.
int refuse_open(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM);
}

struct InputClose {
    void operator()(AVFormatContext* input) const noexcept { avformat_close_input(&input); }
};
using Input = std::unique_ptr<AVFormatContext, InputClose>;

const char* demuxer_name(AudioFormat format) {
    switch (format) {
        case AudioFormat::wav:
            return "wav";
        case AudioFormat::mp3:
            return "mp3";
        case AudioFormat::ogg:
            return "ogg";
        case AudioFormat::webm:
            return "matroska";
        case AudioFormat::m4a:
            return "mov";
        case AudioFormat::flac:
            return "flac";
    }
    std::unreachable();
}

bool known_codec(AVCodecID codec) {
    switch (codec) {
        case AV_CODEC_ID_PCM_U8:
        case AV_CODEC_ID_PCM_S16LE:
        case AV_CODEC_ID_PCM_S24LE:
        case AV_CODEC_ID_PCM_S32LE:
        case AV_CODEC_ID_PCM_F32LE:
        case AV_CODEC_ID_PCM_F64LE:
        case AV_CODEC_ID_PCM_ALAW:
        case AV_CODEC_ID_PCM_MULAW:
        case AV_CODEC_ID_MP3:
        case AV_CODEC_ID_OPUS:
        case AV_CODEC_ID_VORBIS:
        case AV_CODEC_ID_FLAC:
        case AV_CODEC_ID_AAC:
        case AV_CODEC_ID_ALAC:
            return true;
        default:
            return false;
    }
}

auto damaged() { return fail_field("audio", "is damaged: its sound cannot be read"); }

auto too_long(double limit) {
    return fail(Fault::too_large,
                std::format("The recording is longer than {:.0f} seconds.", limit));
}

auto too_slow() { return fail(Fault::too_large, "The recording takes too long to decode."); }

// One file on its way from bytes to samples; lives for one call.
class Decoding {
public:
    Decoding(std::string_view bytes, const AudioLimits& limits)
        : limits_(limits), memory_{bytes, 0, Clock::now() + limits.max_time} {}

    Result<DecodedAudio> run(AudioFormat format) {
        result_.format = format;
        if (auto ok = open(format); !ok) return std::unexpected(ok.error());
        if (auto ok = pick_stream(); !ok) return std::unexpected(ok.error());
        if (auto ok = read_all(); !ok) return std::unexpected(ok.error());
        return finish();
    }

private:
    Result<void> open(AudioFormat format) {
        auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBuffer));
        if (buffer == nullptr) return fail(Fault::internal, "There is no memory left.");
        io_.reset(avio_alloc_context(buffer, kIoBuffer, 0, &memory_, Memory::read, nullptr,
                                     Memory::seek));
        AVFormatContext* made = avformat_alloc_context();
        if (made == nullptr) return fail(Fault::internal, "There is no memory left.");
        made->pb = io_.get();
        made->flags |= AVFMT_FLAG_CUSTOM_IO;
        made->io_open = refuse_open;
        const auto* demuxer = av_find_input_format(demuxer_name(format));
        if (avformat_open_input(&made, nullptr, demuxer, nullptr) < 0) {  // frees `made` itself
            return memory_.late() ? too_slow() : damaged();
        }
        input_.reset(made);
        if (avformat_find_stream_info(made, nullptr) < 0) return damaged();
        return {};
    }

    Result<void> pick_stream() {
        for (const auto* stream : std::span(input_->streams, input_->nb_streams)) {
            const bool film = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
            if (film && (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) {
                return fail(Fault::unsupported_media, "The file is a film, not a recording.");
            }
        }
        stream_ = av_find_best_stream(input_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
        if (stream_ < 0) return fail_field("audio", "holds no sound");
        const auto& shape = *input_->streams[stream_]->codecpar;
        if (!known_codec(shape.codec_id)) {
            return fail(Fault::unsupported_media,
                        "The recording is coded in a way that is not taken.");
        }
        if (shape.sample_rate < 4000 || shape.sample_rate > 384000 ||
            shape.ch_layout.nb_channels < 1 || shape.ch_layout.nb_channels > 8) {
            return damaged();
        }
        if (promised() > limits_.max_seconds + 1) return too_long(limits_.max_seconds);
        const auto* codec = avcodec_find_decoder(shape.codec_id);
        decoder_.reset(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
        if (!decoder_ || avcodec_parameters_to_context(decoder_.get(), &shape) < 0)
            return damaged();
        decoder_->thread_count = 1;
        if (avcodec_open2(decoder_.get(), codec, nullptr) < 0) return damaged();
        result_.source_rate = static_cast<std::uint32_t>(shape.sample_rate);
        return {};
    }

    // Seconds that the headers (not a guess from the bit rate) promise; 0: they say nothing.
    double promised() const {
        const bool guess = input_->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
        const bool says = input_->duration != AV_NOPTS_VALUE && input_->duration > 0;
        // A WAV of unknown length is measured by libav from its size, which is as good as a header.
        return says && (!guess || result_.format == AudioFormat::wav)
                   ? static_cast<double>(input_->duration) / AV_TIME_BASE
                   : 0;
    }

    Result<void> read_all() {
        const libav::Packet packet(av_packet_alloc());
        for (;;) {
            const int got = av_read_frame(input_.get(), packet.get());
            if (memory_.late()) return too_slow();
            if (got == AVERROR_EOF) break;
            if (got < 0) return damaged();
            Result<void> ok{};
            if (packet->stream_index == stream_) ok = decode(packet.get());
            av_packet_unref(packet.get());
            if (!ok) return ok;
        }
        if (auto ok = decode(nullptr); !ok) return ok;
        return mono_.flush(result_.pcm) ? Result<void>{} : damaged();
    }

    // A null packet drains the decoder.
    Result<void> decode(const AVPacket* packet) {
        ++packets_;
        if (avcodec_send_packet(decoder_.get(), packet) < 0) {
            ++bad_packets_;
            return {};
        }
        const libav::Frame frame(av_frame_alloc());
        for (;;) {
            const int got = avcodec_receive_frame(decoder_.get(), frame.get());
            if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return {};
            if (got < 0) {
                ++bad_packets_;
                return {};
            }
            if (!mono_.push(*frame, result_.pcm)) return damaged();
            av_frame_unref(frame.get());
            if (static_cast<double>(result_.pcm.size()) > limits_.max_seconds * kSpeechRate) {
                return too_long(limits_.max_seconds);
            }
            if (memory_.late()) return too_slow();
        }
    }

    Result<DecodedAudio> finish() {
        // One lost packet is a cut at the start of an MP3 stream; many are a damaged file.
        if (bad_packets_ > 2 + packets_ / 20) return damaged();
        if (result_.pcm.empty()) return fail_field("audio", "holds no sound");
        result_.duration = static_cast<double>(result_.pcm.size()) / kSpeechRate;
        if (result_.duration < promised() * 0.95 - 0.25) {
            return fail_field("audio", "is cut off: it ends before its headers say");
        }
        for (float& sample : result_.pcm) {  // float files may hold anything, NaN included
            sample = std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
        }
        return std::move(result_);
    }

    const AudioLimits& limits_;
    Memory memory_;
    libav::Io io_;  // outlives input_, which reads through it
    Input input_;
    libav::Codec decoder_;
    libav::MonoFloats mono_{static_cast<int>(kSpeechRate)};
    int stream_ = -1;
    std::size_t packets_ = 0;
    std::size_t bad_packets_ = 0;
    DecodedAudio result_;
};

}  // namespace

Result<DecodedAudio> decode_audio(std::string_view bytes, const AudioLimits& limits) {
    libav::hush();
    if (bytes.size() > limits.max_bytes) {
        return fail(Fault::too_large,
                    std::format("The recording has more than {} bytes.", limits.max_bytes));
    }
    const auto format = sniff_audio(bytes);
    if (!format) return std::unexpected(format.error());
    if (auto ok = check_layout(bytes, *format); !ok) return std::unexpected(ok.error());
    return Decoding(bytes, limits).run(*format);
}

}  // namespace lexi::ml
