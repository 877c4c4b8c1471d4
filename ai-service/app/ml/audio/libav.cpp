#include "ml/audio/libav.hpp"

#include <mutex>

namespace lexi::ml::libav {

void hush() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

bool MonoFloats::push(const AVFrame& frame, std::vector<float>& out) {
    if (!prepare(frame, out)) return false;
    return convert(frame.extended_data, frame.nb_samples, out);
}

bool MonoFloats::flush(std::vector<float>& out) {
    return swr_ == nullptr || convert(nullptr, 0, out);
}

bool MonoFloats::prepare(const AVFrame& frame, std::vector<float>& out) {
    const bool same = swr_ && frame.sample_rate == in_rate_ && frame.format == in_format_ &&
                      frame.ch_layout.nb_channels == in_channels_;
    if (same) return true;
    if (!flush(out)) return false;
    in_rate_ = frame.sample_rate;
    in_format_ = frame.format;
    in_channels_ = frame.ch_layout.nb_channels;
    AVChannelLayout from{};
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
        av_channel_layout_default(&from, in_channels_);
    } else if (av_channel_layout_copy(&from, &frame.ch_layout) < 0) {
        return false;
    }
    const AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
    SwrContext* made = nullptr;
    const int made_it =
        swr_alloc_set_opts2(&made, &mono, AV_SAMPLE_FMT_FLT, rate_, &from,
                            static_cast<AVSampleFormat>(in_format_), in_rate_, 0, nullptr);
    av_channel_layout_uninit(&from);
    swr_.reset(made);
    return made_it >= 0 && swr_init(made) >= 0;
}

bool MonoFloats::convert(const std::uint8_t* const* in, int samples, std::vector<float>& out) {
    const int room = swr_get_out_samples(swr_.get(), samples);
    if (room < 0) return false;
    const std::size_t before = out.size();
    out.resize(before + static_cast<std::size_t>(room));
    auto* target = reinterpret_cast<std::uint8_t*>(out.data() + before);
    const int got = swr_convert(swr_.get(), &target, room, in, samples);
    out.resize(before + static_cast<std::size_t>(std::max(got, 0)));
    return got >= 0;
}

}  // namespace lexi::ml::libav
