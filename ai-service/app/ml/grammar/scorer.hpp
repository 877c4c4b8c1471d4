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

    /// For each group the log-probability (natural) of each of its texts, up to one constant that
    /// the group shares: the tokens that all its texts begin with are read once and not counted.
    /// All groups are read in one go, which is what makes it fast: a small model's time is spent on
    /// fetching its weights. A group stays empty where its texts are too many (kMostTexts, of all
    /// groups together) or too long for what is left of the context.
    std::vector<std::vector<double>> compare(const std::vector<std::vector<std::string>>& groups);

    static constexpr std::size_t kMostTexts = 32;

private:
    Scorer() = default;
    struct Group;
    std::vector<llama_token> tokenize(std::string_view text) const;
    Group tokenized(const std::vector<std::string>& texts) const;
    void add(Group& group, std::size_t sequence);
    std::vector<double> scores(const Group& group) const;

    static constexpr std::uint32_t kBatch = 1024;  // tokens, of all texts together

    std::shared_ptr<llama_model> model_;
    std::unique_ptr<llama_context, Freed<llama_free>> context_;  // after model_: freed first
    const llama_vocab* vocab_ = nullptr;
    LlamaBatch batch_{kBatch, kMostTexts};
};

}  // namespace lexi::ml::grammar
