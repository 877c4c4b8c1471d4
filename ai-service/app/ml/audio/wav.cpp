#include "ml/audio/wav.hpp"

#include <utility>

namespace lexi::ml {
namespace {

constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

void put_little(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

// For `data` bytes of samples.
std::string wav_header(std::uint32_t data, std::uint32_t rate) {
    std::string out = "RIFF";
    put_little(out, data > kUnknown - 36 ? kUnknown : 36 + data, 4);
    out += "WAVEfmt ";
    put_little(out, 16, 4);
    put_little(out, 1, 2);  // PCM
    put_little(out, 1, 2);  // mono
    put_little(out, rate, 4);
    put_little(out, rate * 2, 4);
    put_little(out, 2, 2);
    put_little(out, 16, 2);
    out += "data";
    put_little(out, data, 4);
    return out;
}

std::string pcm_bytes(std::span<const std::int16_t> pcm) {
    std::string out;
    out.reserve(pcm.size_bytes());
    for (const std::int16_t sample : pcm) put_little(out, static_cast<std::uint16_t>(sample), 2);
    return out;
}

class WavWriter final : public AudioWriter {
public:
    explicit WavWriter(std::uint32_t rate) : head_(wav_header(kUnknown, rate)) {}
    Result<std::string> add(std::span<const std::int16_t> pcm) override {
        return std::exchange(head_, {}) + pcm_bytes(pcm);
    }
    Result<std::string> finish() override { return std::exchange(head_, {}); }

private:
    std::string head_;
};

}  // namespace

std::string wav_file(std::span<const std::int16_t> pcm, std::uint32_t rate) {
    return wav_header(static_cast<std::uint32_t>(pcm.size_bytes()), rate) + pcm_bytes(pcm);
}

std::unique_ptr<AudioWriter> wav_writer(std::uint32_t rate) {
    return std::make_unique<WavWriter>(rate);
}

}  // namespace lexi::ml
