// Any bytes become a refusal or sound within the limits. Run by libFuzzer (./lexi fuzz decode) and,
// on the kept corpus, by the unit tests.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ml/audio/audio.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lexi;
    const ml::AudioLimits limits{.max_bytes = std::size_t{1} << 16,
                                 .max_seconds = 5,
                                 .max_time = std::chrono::milliseconds(2000)};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto decoded = ml::decode_audio(bytes, limits);
    if (!decoded) {
        if (decoded.error().fault == Fault::internal || decoded.error().say.empty()) std::abort();
        return 0;
    }
    if (decoded->pcm.empty() || decoded->duration > limits.max_seconds + 0.1) std::abort();
    for (const float sample : decoded->pcm) {
        if (!(std::abs(sample) <= 1.0F)) std::abort();
    }
    return 0;
}
