#include <algorithm>
#include <cstring>
#include <format>
#include <optional>
#include <utility>

#include "ml/audio/audio.hpp"
#include "ml/audio/libav.hpp"
#include "ml/audio/wav.hpp"

namespace lexi::ml {
namespace {

constexpr int kIoBuffer = 32768;
constexpr int kOpusRate = 48000;
constexpr int kBitRate = 32000;

// A growing file in memory; M4A's muxer seeks back in it.
struct Target {
    std::string bytes;
    std::size_t at = 0;

    static int write(void* self, const std::uint8_t* from, int count) {
        auto& target = *static_cast<Target*>(self);
        const auto size = static_cast<std::size_t>(count);
        if (target.at + size > target.bytes.size()) target.bytes.resize(target.at + size);
        std::memcpy(target.bytes.data() + target.at, from, size);
        target.at += size;
        return count;
    }

    static std::int64_t seek(void* self, std::int64_t offset, int whence) {
        auto& target = *static_cast<Target*>(self);
        const auto size = static_cast<std::int64_t>(target.bytes.size());
        if ((whence & AVSEEK_SIZE) != 0) return size;
        std::int64_t to = offset;
        if (whence == SEEK_CUR) to += static_cast<std::int64_t>(target.at);
        if (whence == SEEK_END) to += size;
        if (to < 0 || to > size) return AVERROR(EINVAL);
        target.at = static_cast<std::size_t>(to);
        return to;
    }
};

struct OutputFree {
    void operator()(AVFormatContext* output) const noexcept { avformat_free_context(output); }
};
using Output = std::unique_ptr<AVFormatContext, OutputFree>;

struct Recipe {
    const char* muxer;
    const char* encoder;
    AVSampleFormat sample;
    int rate;  // 0: that of the sound
};

Recipe recipe(AudioFormat format) {
    switch (format) {
        case AudioFormat::mp3:
            return {"mp3", "libmp3lame", AV_SAMPLE_FMT_FLTP, 0};
        case AudioFormat::ogg:
            return {"ogg", "libopus", AV_SAMPLE_FMT_FLT, kOpusRate};
        case AudioFormat::webm:
            return {"webm", "libopus", AV_SAMPLE_FMT_FLT, kOpusRate};
        case AudioFormat::m4a:
            return {"ipod", "aac", AV_SAMPLE_FMT_FLTP, 0};
        case AudioFormat::flac:
            return {"flac", "flac", AV_SAMPLE_FMT_S16, 0};
        case AudioFormat::wav:
            break;
    }
    std::unreachable();
}

auto cannot(std::string_view what) {
    return fail(Fault::internal, std::format("The sound cannot be written as {}.", what));
}

// One sound on its way to a file.
class Encoding final : public AudioWriter {
public:
    /// `seekable`: the whole file is kept until it is finished.
    Encoding(AudioFormat format, std::uint32_t rate, bool seekable)
        : format_(format), recipe_(recipe(format)), rate_(rate), seekable_(seekable) {
        if (recipe_.rate == 0) recipe_.rate = static_cast<int>(rate);
        mono_.emplace(recipe_.rate);
    }

    bool open();
    Result<std::string> add(std::span<const std::int16_t> pcm) override {
        if (!resample(pcm) || !write_frames(false)) return cannot(to_text(format_));
        return taken();
    }
    Result<std::string> finish() override {
        if (!mono_->flush(sound_) || !write_frames(true) || !encode(nullptr) ||
            av_write_trailer(output_.get()) < 0) {
            return cannot(to_text(format_));
        }
        avio_flush(io_.get());
        if (io_->error < 0) return cannot(to_text(format_));
        return std::move(target_.bytes);
    }

private:
    bool resample(std::span<const std::int16_t> pcm) {
        if (pcm.empty()) return true;
        const libav::Frame frame(av_frame_alloc());
        frame->format = AV_SAMPLE_FMT_S16;
        frame->sample_rate = static_cast<int>(rate_);
        frame->nb_samples = static_cast<int>(pcm.size());
        av_channel_layout_default(&frame->ch_layout, 1);
        if (av_frame_get_buffer(frame.get(), 0) < 0) return false;
        std::memcpy(frame->data[0], pcm.data(), pcm.size_bytes());
        return mono_->push(*frame, sound_);
    }

    // Whole frames of the encoder; the last one may be short.
    bool write_frames(bool last) {
        const auto step = static_cast<std::size_t>(encoder_->frame_size > 0 ? encoder_->frame_size
                                                                            : recipe_.rate / 10);
        std::size_t at = 0;
        for (; at < sound_.size() && (last || sound_.size() - at >= step); at += step) {
            const libav::Frame frame = cut(at, std::min(step, sound_.size() - at));
            if (!frame || !encode(frame.get())) return false;
        }
        at = std::min(at, sound_.size());
        sound_.erase(sound_.begin(), sound_.begin() + static_cast<std::ptrdiff_t>(at));
        written_ += static_cast<std::int64_t>(at);
        return true;
    }

    // What the muxer has settled.
    Result<std::string> taken() {
        if (seekable_) return std::string();
        if (av_write_frame(output_.get(), nullptr) < 0) return cannot(to_text(format_));
        avio_flush(io_.get());
        target_.at = 0;
        return std::exchange(target_.bytes, {});
    }

    libav::Frame cut(std::size_t at, std::size_t count) const {
        libav::Frame frame(av_frame_alloc());
        frame->format = recipe_.sample;
        frame->sample_rate = recipe_.rate;
        frame->nb_samples = static_cast<int>(count);
        frame->pts = written_ + static_cast<std::int64_t>(at);
        av_channel_layout_default(&frame->ch_layout, 1);
        if (av_frame_get_buffer(frame.get(), 0) < 0) return nullptr;
        if (recipe_.sample == AV_SAMPLE_FMT_S16) {
            auto* to = reinterpret_cast<std::int16_t*>(frame->data[0]);
            std::ranges::transform(std::span(sound_).subspan(at, count), to, [](float sample) {
                return static_cast<std::int16_t>(std::clamp(sample, -1.0F, 1.0F) * 32767);
            });
        } else {  // mono: packed and planar floats are the same bytes
            std::memcpy(frame->data[0], sound_.data() + at, count * sizeof(float));
        }
        return frame;
    }

    // A null frame drains the encoder.
    bool encode(const AVFrame* frame) {
        if (avcodec_send_frame(encoder_.get(), frame) < 0) return false;
        const libav::Packet packet(av_packet_alloc());
        for (;;) {
            const int got = avcodec_receive_packet(encoder_.get(), packet.get());
            if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return true;
            if (got < 0) return false;
            const auto* stream = output_->streams[0];
            av_packet_rescale_ts(packet.get(), encoder_->time_base, stream->time_base);
            if (av_write_frame(output_.get(), packet.get()) < 0) return false;
            av_packet_unref(packet.get());
        }
    }

    AudioFormat format_;
    Recipe recipe_;
    const std::uint32_t rate_;
    const bool seekable_;
    Target target_;
    libav::Io io_;  // outlives output_, which writes through it
    Output output_;
    libav::Codec encoder_;
    std::optional<libav::MonoFloats> mono_;
    std::vector<float> sound_;  // that is not encoded yet
    std::int64_t written_ = 0;  // samples that are
};

bool Encoding::open() {
    AVFormatContext* made = nullptr;
    if (avformat_alloc_output_context2(&made, nullptr, recipe_.muxer, nullptr) < 0) return false;
    output_.reset(made);
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBuffer));
    if (buffer == nullptr) return false;
    io_.reset(
        avio_alloc_context(buffer, kIoBuffer, 1, &target_, nullptr, Target::write, Target::seek));
    if (!seekable_) io_->seekable = 0;
    made->pb = io_.get();
    made->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    const auto* codec = avcodec_find_encoder_by_name(recipe_.encoder);
    auto* stream = codec == nullptr ? nullptr : avformat_new_stream(made, nullptr);
    if (stream == nullptr) return false;
    encoder_.reset(avcodec_alloc_context3(codec));
    encoder_->sample_fmt = recipe_.sample;
    encoder_->sample_rate = recipe_.rate;
    encoder_->time_base = {1, recipe_.rate};
    encoder_->bit_rate = kBitRate;
    encoder_->thread_count = 1;
    av_channel_layout_default(&encoder_->ch_layout, 1);
    if ((made->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
        encoder_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
    if (avcodec_open2(encoder_.get(), codec, nullptr) < 0) return false;
    stream->time_base = encoder_->time_base;
    return avcodec_parameters_from_context(stream->codecpar, encoder_.get()) >= 0 &&
           avformat_write_header(made, nullptr) >= 0;
}

}  // namespace

Result<std::unique_ptr<AudioWriter>> write_audio(AudioFormat format, std::uint32_t rate) {
    libav::hush();
    if (format == AudioFormat::wav) return wav_writer(rate);
    auto encoding = std::make_unique<Encoding>(format, rate, /*seekable=*/false);
    if (format == AudioFormat::m4a || format == AudioFormat::flac || format == AudioFormat::webm ||
        !encoding->open()) {
        return cannot(to_text(format));
    }
    return encoding;
}

Result<std::string> encode_audio(std::span<const std::int16_t> pcm, std::uint32_t rate,
                                 AudioFormat format) {
    libav::hush();
    if (pcm.empty()) return cannot(to_text(format));
    if (format == AudioFormat::wav) return wav_file(pcm, rate);
    Encoding encoding(format, rate, /*seekable=*/true);
    if (!encoding.open()) return cannot(to_text(format));
    if (auto begun = encoding.add(pcm); !begun) return begun;
    return encoding.finish();
}

}  // namespace lexi::ml
