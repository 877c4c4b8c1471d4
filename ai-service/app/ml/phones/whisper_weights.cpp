#include "ml/phones/whisper_weights.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace lexi::ml {
namespace {

constexpr std::int32_t kMagic = 0x67676D6C;
constexpr std::int32_t kHalf = 1;  // ggml's type number of 16-bit floats
constexpr std::int32_t kFloat = 0;
constexpr std::int64_t kMostValues = 1LL << 28;  // a tensor; Whisper large's greatest has 2^26
constexpr std::size_t kHyperparameters = 11;

class File {
public:
    explicit File(const std::string& path) : in_(path, std::ios::binary) {
        if (!in_) throw std::runtime_error("there is no model file");
    }
    std::optional<std::int32_t> maybe_int() {
        std::int32_t value = 0;
        if (!in_.read(reinterpret_cast<char*>(&value), sizeof value)) return std::nullopt;
        return value;
    }
    std::int32_t integer(std::int32_t least, std::int32_t most) {
        const auto value = maybe_int();
        if (!value || *value < least || *value > most) broken();
        return *value;
    }
    std::vector<char> bytes(std::size_t count) {
        std::vector<char> read(count);
        if (!in_.read(read.data(), static_cast<std::streamsize>(count))) broken();
        return read;
    }
    void skip(std::int64_t count) { in_.seekg(count, std::ios::cur); }
    [[noreturn]] static void broken() {
        throw std::runtime_error("the file is no whole ggml Whisper model");
    }

private:
    std::ifstream in_;
};

struct Head {
    std::string name;
    std::vector<std::int64_t> shape;
    std::int32_t kind = kFloat;
    std::int64_t bytes = 0;
};

std::optional<Head> next_tensor(File& file) {
    const auto dimensions = file.maybe_int();
    if (!dimensions) return std::nullopt;
    if (*dimensions < 1 || *dimensions > 4) File::broken();
    const auto length = file.integer(1, 256);
    Head head;
    head.kind = file.integer(0, 64);
    std::int64_t values = 1;
    for (std::int32_t i = 0; i < *dimensions; ++i) {
        head.shape.push_back(file.integer(1, 1 << 24));
        values *= head.shape.back();
        if (values > kMostValues) File::broken();
    }
    std::ranges::reverse(head.shape);  // ggml counts from the fastest
    const auto name = file.bytes(static_cast<std::size_t>(length));
    head.name.assign(name.begin(), name.end());
    if (head.kind != kHalf && head.kind != kFloat) {
        throw std::runtime_error("a quantised Whisper model has no weights for the phone model");
    }
    head.bytes = values * (head.kind == kHalf ? 2 : 4);
    return head;
}

}  // namespace

std::expected<WhisperWeights, std::string> WhisperWeights::read(const std::string& path) try {
    File file(path);
    if (file.integer(INT32_MIN, INT32_MAX) != kMagic) File::broken();
    for (std::size_t i = 0; i < kHyperparameters; ++i) file.integer(0, 1 << 24);
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    WhisperWeights weights;
    const auto keep = [&](Head head) {
        auto& bytes =
            weights.memory_.emplace_back(file.bytes(static_cast<std::size_t>(head.bytes)));
        const auto type = head.kind == kHalf ? ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16
                                             : ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT;
        weights.values_.push_back(Ort::Value::CreateTensor(
            memory, bytes.data(), bytes.size(), head.shape.data(), head.shape.size(), type));
        weights.names_.push_back(std::move(head.name));
    };
    const std::int64_t mels = file.integer(1, 1024);
    const std::int64_t bins = file.integer(1, 4096);
    keep({.name = "mel_filters", .shape = {mels, bins}, .kind = kFloat, .bytes = mels * bins * 4});
    for (auto words = file.integer(0, 1 << 20); words > 0; --words) {
        file.skip(file.integer(0, 1 << 16));
    }
    while (auto head = next_tensor(file)) {
        if (head->name.starts_with("encoder.")) {
            keep(std::move(*head));
        } else {
            file.skip(head->bytes);
        }
    }
    return weights;
} catch (const std::exception& broken) {
    return std::unexpected(broken.what());
}

}  // namespace lexi::ml
