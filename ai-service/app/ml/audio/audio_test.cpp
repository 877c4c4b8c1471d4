#include "ml/audio/audio.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace lexi::ml {
namespace {

using namespace std::chrono_literals;

const AudioLimits kLimits{.max_bytes = std::size_t{10} << 20, .max_seconds = 120, .max_time = 60s};

std::vector<std::int16_t> tone(double seconds, std::uint32_t rate, double hertz = 440) {
    std::vector<std::int16_t> pcm(static_cast<std::size_t>(seconds * rate));
    for (std::size_t i = 0; i < pcm.size(); ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / rate;
        pcm[i] = static_cast<std::int16_t>(12000 * std::sin(phase));
    }
    return pcm;
}

// How much of the sound is the tone of `hertz`, 0-1 (one bin of a Fourier transform).
double share_of_tone(const std::vector<float>& pcm, double hertz) {
    double re = 0;
    double im = 0;
    double power = 0;
    for (std::size_t i = 0; i < pcm.size(); ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kSpeechRate;
        re += pcm[i] * std::cos(phase);
        im += pcm[i] * std::sin(phase);
        power += static_cast<double>(pcm[i]) * pcm[i];
    }
    return 2 * (re * re + im * im) / (power * static_cast<double>(pcm.size()));
}

Fault fault_of(std::string_view bytes, const AudioLimits& limits = kLimits) {
    const auto decoded = decode_audio(bytes, limits);
    EXPECT_FALSE(decoded) << "accepted what it should refuse";
    return decoded ? Fault::internal : decoded.error().fault;
}

std::string wav(double seconds, std::uint32_t rate = 16000) {
    return encode_audio(tone(seconds, rate), rate, AudioFormat::wav).value();
}

class EveryFormat : public testing::TestWithParam<AudioFormat> {};

TEST_P(EveryFormat, KeepsTheToneAndItsLengthThroughEncodingAndDecoding) {
    const auto file = encode_audio(tone(1.5, 22050), 22050, GetParam());
    ASSERT_TRUE(file) << file.error().say;
    const auto decoded = decode_audio(*file, kLimits);
    ASSERT_TRUE(decoded) << decoded.error().say;
    EXPECT_EQ(decoded->format, GetParam());
    EXPECT_NEAR(decoded->duration, 1.5, 0.12);
    EXPECT_GT(share_of_tone(decoded->pcm, 440), 0.9);
    EXPECT_LT(share_of_tone(decoded->pcm, 700), 0.01);
}

TEST_P(EveryFormat, IsRefusedWhenHalfOfItIsMissing) {
    const auto file = encode_audio(tone(20, 22050), 22050, GetParam()).value();
    const auto half = std::string_view(file).substr(0, file.size() / 2);
    // An MP3 or WebM stream has no length to hold it to: what is there is a recording of its own.
    if (GetParam() == AudioFormat::mp3 || GetParam() == AudioFormat::webm) {
        const auto decoded = decode_audio(half, kLimits);
        if (decoded) {
            EXPECT_LT(decoded->duration, 15);
        }
        return;
    }
    EXPECT_EQ(fault_of(half), Fault::invalid);
}

TEST_P(EveryFormat, IsRefusedWhenItIsLongerThanTheLimit) {
    const auto file = encode_audio(tone(4, 22050), 22050, GetParam()).value();
    EXPECT_EQ(fault_of(file, {.max_bytes = kLimits.max_bytes, .max_seconds = 3, .max_time = 60s}),
              Fault::too_large);
}

TEST_P(EveryFormat, NeverCrashesOnDamage) {
    const auto good = encode_audio(tone(0.5, 22050), 22050, GetParam()).value();
    std::uint32_t random = 12345;
    for (int round = 0; round < 40; ++round) {
        std::string file = good;
        for (int hit = 0; hit < 8; ++hit) {
            random = random * 1664525 + 1013904223;
            file[random % file.size()] = static_cast<char>(random >> 24);
        }
        const auto decoded = decode_audio(file, kLimits);
        if (!decoded) {
            EXPECT_NE(decoded.error().fault, Fault::internal);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, EveryFormat,
                         testing::Values(AudioFormat::wav, AudioFormat::mp3, AudioFormat::ogg,
                                         AudioFormat::webm, AudioFormat::m4a, AudioFormat::flac),
                         [](const auto& info) { return std::string(to_text(info.param)); });

TEST(DecodeAudio, RefusesAnEmptyFile) { EXPECT_EQ(fault_of(""), Fault::invalid); }

TEST(DecodeAudio, RefusesWhatIsNotAudio) {
    EXPECT_EQ(fault_of("hello, this is a text file that says it is audio"),
              Fault::unsupported_media);
    EXPECT_EQ(fault_of("\x89PNG\r\n\x1A\n0123456789abcdef"), Fault::unsupported_media);
    EXPECT_EQ(fault_of(std::string(5000, '\0')), Fault::unsupported_media);
    EXPECT_EQ(fault_of("RIFF\x10\0\0\0AVI LIST"), Fault::unsupported_media);
}

TEST(DecodeAudio, RefusesAHeaderWithNothingBehindIt) {
    EXPECT_EQ(fault_of("OggS"), Fault::invalid);
    EXPECT_EQ(fault_of("fLaC"), Fault::invalid);
    EXPECT_EQ(fault_of("ID3\x04"), Fault::invalid);
    EXPECT_EQ(fault_of("\x1A\x45\xDF\xA3"), Fault::invalid);
    EXPECT_EQ(fault_of(wav(1).substr(0, 44)), Fault::invalid);
}

TEST(DecodeAudio, RefusesAWavThatPromisesMoreThanItHolds) {
    auto file = wav(1);
    file[43] = 0x7F;  // the top byte of the data chunk's length
    EXPECT_EQ(fault_of(file), Fault::invalid);
}

TEST(DecodeAudio, TakesAWavWhoseRecorderCouldNotKnowItsLength) {
    auto file = wav(1);
    file.replace(40, 4, "\xFF\xFF\xFF\xFF");
    const auto decoded = decode_audio(file, kLimits);
    ASSERT_TRUE(decoded) << decoded.error().say;
    EXPECT_NEAR(decoded->duration, 1.0, 0.05);
}

TEST(DecodeAudio, RefusesMoreBytesThanTheLimit) {
    EXPECT_EQ(fault_of(wav(1), {.max_bytes = 1000, .max_seconds = 120, .max_time = 60s}),
              Fault::too_large);
}

TEST(DecodeAudio, StopsWhenItsTimeIsUp) {
    EXPECT_EQ(
        fault_of(wav(60), {.max_bytes = kLimits.max_bytes, .max_seconds = 120, .max_time = 0ms}),
        Fault::too_large);
}

TEST(DecodeAudio, AnswersSamplesWithinMinusOneAndOne) {
    auto pcm = tone(0.5, 16000);
    for (auto& sample : pcm) sample = sample > 0 ? 32767 : -32768;
    const auto decoded =
        decode_audio(encode_audio(pcm, 16000, AudioFormat::wav).value(), kLimits).value();
    for (const float sample : decoded.pcm) {
        ASSERT_LE(sample, 1.0F);
        ASSERT_GE(sample, -1.0F);
    }
}

TEST(EncodeAudio, WritesAWavThatIsExactlyItsSamples) {
    const std::vector<std::int16_t> pcm{0, 1, -1, 32767, -32768};
    const auto file = encode_audio(pcm, 16000, AudioFormat::wav).value();
    ASSERT_EQ(file.size(), 54U);
    EXPECT_EQ(file.substr(0, 4), "RIFF");
    EXPECT_EQ(file.substr(44), std::string("\0\0\1\0\xFF\xFF\xFF\x7F\0\x80", 10));
}

TEST(WriteAudio, IsTheSoundPieceByPieceAndTheFirstBytesComeAtOnce) {
    const auto pcm = tone(3, 22050);
    for (const auto format : {AudioFormat::wav, AudioFormat::ogg, AudioFormat::mp3}) {
        const auto writer = write_audio(format, 22050).value();
        std::string file;
        for (std::size_t at = 0; at < pcm.size(); at += 22050) {
            const auto more = writer->add(std::span(pcm).subspan(at, 22050)).value();
            EXPECT_GT(more.size(), 1000U) << to_text(format) << " at " << at;
            file += more;
        }
        file += writer->finish().value();
        const auto decoded = decode_audio(file, kLimits);
        ASSERT_TRUE(decoded) << to_text(format) << ": " << decoded.error().say;
        EXPECT_NEAR(decoded->duration, 3, 0.1) << to_text(format);
    }
    EXPECT_FALSE(write_audio(AudioFormat::m4a, 22050));
}

TEST(EncodeAudio, WritesTheSameFileForTheSameSound) {
    const auto pcm = tone(0.5, 22050);
    EXPECT_EQ(encode_audio(pcm, 22050, AudioFormat::ogg).value(),
              encode_audio(pcm, 22050, AudioFormat::ogg).value());
}

}  // namespace
}  // namespace lexi::ml
