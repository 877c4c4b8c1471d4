#pragma once
// The tensors of a Whisper model in ggml's file format, for graphs that were exported without
// weights (ai-service/training/export_encoder.py).
#include <onnxruntime_cxx_api.h>

#include <expected>
#include <string>
#include <vector>

namespace lexi::ml {

/// Values lie in the memory of this object, which must outlive every use of them.
class WhisperWeights {
public:
    /// Reads the encoder's tensors and the mel filters ("mel_filters", [mels, bins]). The error
    /// names no path. Blocks.
    static std::expected<WhisperWeights, std::string> read(const std::string& path);

    const std::vector<std::string>& names() const { return names_; }
    const std::vector<Ort::Value>& values() const { return values_; }

private:
    std::vector<std::string> names_;
    std::vector<Ort::Value> values_;
    std::vector<std::vector<char>> memory_;
};

}  // namespace lexi::ml
