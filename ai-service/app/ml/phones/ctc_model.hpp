#pragma once
// Any phone model with CTC in ONNX that hears the waveform, as HuBERT and wav2vec2 models are
// exported: `input_values` [1, samples] in, the first output [1, frames, symbols], one frame for
// 320 samples. Beside it lie vocab.json (symbol to index, as Hugging Face writes it; ARPAbet or
// IPA) and, optionally, preprocessor_config.json (`do_normalize`, true where there is none).
#include <map>

#include "ml/phones/recognizer.hpp"

namespace lexi::ml {

/// The kPhones index or kBlank that each symbol of a vocabulary stands for, by the symbol's index:
/// signs of one ARPAbet or IPA phone are that phone, all else (blank, unknown, word borders) is no
/// phone. The error says which of English's phones have no symbol, where more than five have none.
std::expected<std::vector<std::size_t>, std::string> symbols_of(
    const std::map<std::string, std::size_t>& vocabulary);

class CtcModel final : public PhoneListener {
public:
    /// `path`: the model's file, or a folder with one. Blocks. The error names no path.
    static std::expected<std::shared_ptr<CtcModel>, std::string> load(const std::string& path,
                                                                      int threads);
    PhoneFrames frames(std::span<const float> pcm) const override;
    std::uint64_t bytes() const override { return bytes_; }

private:
    CtcModel(Ort::Session session, std::vector<std::size_t> symbols, bool normalised)
        : session_(std::move(session)), symbols_(std::move(symbols)), normalised_(normalised) {}
    void hear(std::span<const float> piece, PhoneFrames& frames) const;

    mutable Ort::Session session_;
    std::vector<std::size_t> symbols_;
    bool normalised_;
    std::string output_;
    std::uint64_t bytes_ = 0;
};

}  // namespace lexi::ml
