#pragma once
// Recordings from disk, for tools and tests.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/audio/audio.hpp"

namespace lexi::ml::tool {

inline Result<std::vector<float>> read_audio(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(Fault::not_found, "There is no file " + path + ".");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto audio = decode_audio(bytes, {});
    if (!audio) return std::unexpected(audio.error());
    return std::move(audio->pcm);
}

}  // namespace lexi::ml::tool
