#pragma once
// libav's handles with their deleters. Private to ml/audio.
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "kit/result.hpp"

namespace lexi::ml::libav {

template <auto Free>
struct FreedByAddress {  // most of libav's free functions take the address of the pointer
    template <class T>
    void operator()(T* handle) const noexcept {
        Free(&handle);
    }
};

using Packet = std::unique_ptr<AVPacket, FreedByAddress<av_packet_free>>;
using Frame = std::unique_ptr<AVFrame, FreedByAddress<av_frame_free>>;
using Codec = std::unique_ptr<AVCodecContext, FreedByAddress<avcodec_free_context>>;
using Resampler = std::unique_ptr<SwrContext, FreedByAddress<swr_free>>;

struct IoFree {
    void operator()(AVIOContext* io) const noexcept {
        av_freep(static_cast<void*>(&io->buffer));  // libav may have replaced the one we gave it
        avio_context_free(&io);
    }
};
using Io = std::unique_ptr<AVIOContext, IoFree>;

/// Turns frames of any shape into mono floats at one rate.
class MonoFloats {
public:
    explicit MonoFloats(int rate) : rate_(rate) {}
    /// Appends the sound of `frame` to `out`; a change of shape mid-stream is followed.
    bool push(const AVFrame& frame, std::vector<float>& out);
    /// Appends what the filter still holds.
    bool flush(std::vector<float>& out);

private:
    bool prepare(const AVFrame& frame, std::vector<float>& out);
    bool convert(const std::uint8_t* const* in, int samples, std::vector<float>& out);

    int rate_;
    Resampler swr_;
    int in_rate_ = 0;
    int in_format_ = -1;
    int in_channels_ = 0;
};

/// Quiet: libav writes to stderr by default, and files of strangers make it talk a lot.
void hush();

}  // namespace lexi::ml::libav
