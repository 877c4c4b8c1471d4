#pragma once
// RIFF/WAVE with one 16-bit mono PCM data chunk.
#include "ml/audio/audio.hpp"

namespace lexi::ml {

std::string wav_file(std::span<const std::int16_t> pcm, std::uint32_t rate);

/// Its header promises as much as it can, as those of recorders that cannot know do.
std::unique_ptr<AudioWriter> wav_writer(std::uint32_t rate);

}  // namespace lexi::ml
