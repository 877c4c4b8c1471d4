#pragma once
// How likely a small language model finds a text: what decides between spellings and whether an
// edit is kept. One owner at a time.
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ml/llm/llama_model.hpp"

namespace lexi::ml::grammar {

class Scorer {
public:
    /// Loads a GGUF model; blocks (about 0.2 s for 135M parameters). The error names no path.
    static std::expected<std::unique_ptr<Scorer>, std::string> load(const std::string& path,
                                                                    std::uint32_t threads);

    /// The log-probability (natural) of each text, up to one constant that they share: the tokens
    /// that all begin with are read once and not counted. Empty where the texts are too long for
    /// the context or too many (kMostTexts).
    std::vector<double> compare(const std::vector<std::string>& texts);

    static constexpr std::size_t kMostTexts = 12;
    std::size_t tokens_read() const { return tokens_read_; }

private:
    Scorer() = default;
    std::vector<llama_token> tokenize(std::string_view text) const;

    static constexpr std::uint32_t kBatch = 1024;  // tokens, of all texts together

    std::shared_ptr<llama_model> model_;
    std::unique_ptr<llama_context, Freed<llama_free>> context_;  // after model_: freed first
    const llama_vocab* vocab_ = nullptr;
    LlamaBatch batch_{kBatch};
    std::size_t tokens_read_ = 0;
};

}  // namespace lexi::ml::grammar
