// The encoder's layers of recordings.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "ml/tools/audio_file.hpp"
#include "ml/tools/phones_jobs.hpp"

namespace lexi::ml::tool {
namespace {

// int32 frames, kept, width; then 16-bit floats [frames, kept, width].
bool write_layers(const std::string& path, const PhoneFrames& frames) {
    std::ofstream out(path, std::ios::binary);
    for (const auto value : {frames.frames, frames.kept, frames.width}) {
        const auto number = static_cast<std::int32_t>(value);
        out.write(reinterpret_cast<const char*>(&number), sizeof number);
    }
    std::vector<Ort::Float16_t> half(frames.layers.size());
    std::ranges::transform(frames.layers, half.begin(), [](float v) { return Ort::Float16_t(v); });
    out.write(reinterpret_cast<const char*>(half.data()),
              static_cast<std::streamsize>(half.size() * sizeof half[0]));
    return out.good();
}

}  // namespace

int layers(const LayersJob& job) {
    const auto recognizer = PhoneRecognizer::load(job.files, 1);
    if (!recognizer) {
        std::cerr << recognizer.error() << '\n';
        return 1;
    }
    const auto rows = read_lines(job.in);
    std::filesystem::create_directories(job.out);
    std::atomic<std::size_t> failed = 0;
    for_each_row(rows.size(), job.threads, [&](std::size_t at) {
        const auto pcm = read_audio(rows[at].at("audio").get<std::string>());
        const auto file = job.out + "/" + rows[at].at("id").get<std::string>() + ".f16";
        if (!pcm || !write_layers(file, (*recognizer)->layers(*pcm))) ++failed;
    });
    std::cout << rows.size() - failed << " written, " << failed << " failed\n";
    return failed == 0 ? 0 : 1;
}

}  // namespace lexi::ml::tool
