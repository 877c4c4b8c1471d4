#pragma once
// Gives a fuzzer what its kept corpus holds, for unit tests.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace lexi {

/// How many files of tests/data/fuzz/NAME were tried. What a fuzzer finds ends the process.
inline std::size_t replay_corpus(const std::filesystem::path& folder) {
    std::size_t tried = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                     bytes.size());
        ++tried;
    }
    return tried;
}

}  // namespace lexi
