#pragma once
// The llama.cpp handles and what is asked of them. Loading blocks. Tokenising and templating are
// safe from any thread; everything that takes the context belongs to one thread at a time.
#include <llama.h>

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ml/llm/llm.hpp"

namespace lexi::ml {

template <auto Free>
struct Freed {
    void operator()(auto* handle) const noexcept { Free(handle); }
};
using Sampler = std::unique_ptr<llama_sampler, Freed<llama_sampler_free>>;

/// llama.cpp's own start, once a process whoever asks; before any of its other calls.
void start_llama();

/// The weights at `path`, once a process: the small model writes and also judges spellings. Null
/// where the file is no complete GGUF model. Blocks.
std::shared_ptr<llama_model> llama_weights(const std::string& path, bool gpu);

class LlamaModel {
public:
    /// Loads the file at `path`, makes the context and decodes one token to have everything in
    /// place. The error names no path.
    static std::expected<std::shared_ptr<LlamaModel>, std::string> load(const std::string& path,
                                                                        const LlamaConfig& config);

    std::vector<llama_token> tokenize(std::string_view text, bool with_controls) const;
    /// The prompt for `messages` by the model's own chat template.
    Result<std::vector<llama_token>> prompt(const std::vector<ChatMessage>& messages) const;
    /// The bytes of one token; may be part of a letter. Control tokens have none.
    const std::string& piece(llama_token token) const {
        return pieces_[static_cast<std::size_t>(token)];
    }
    bool ends(llama_token token) const { return llama_vocab_is_eog(vocab_, token); }
    /// Null where the job's grammar cannot be read.
    Sampler sampler(const LlmJob& job, std::uint32_t seed) const;
    /// One number a token, of the last decode's `output`.
    std::span<const float> logits(std::int32_t output) const {
        return {llama_get_logits_ith(context_.get(), output),
                static_cast<std::size_t>(llama_vocab_n_tokens(vocab_))};
    }
    static constexpr std::int32_t kTopK = 40;  // of which a token is chosen

    llama_context* context() const { return context_.get(); }
    llama_memory_t memory() const { return llama_get_memory(context_.get()); }
    std::uint32_t context_tokens() const { return context_tokens_; }
    std::uint64_t memory_bytes() const { return memory_bytes_; }

private:
    bool make_context(const LlamaConfig& config);
    void read_vocabulary();

    std::shared_ptr<llama_model> model_;
    std::unique_ptr<llama_context, Freed<llama_free>> context_;  // after model_: freed first
    const llama_vocab* vocab_ = nullptr;
    std::string chat_template_;
    std::vector<std::string> control_texts_;
    std::vector<std::string> pieces_;  // by token
    std::uint32_t context_tokens_ = 0;
    std::uint64_t memory_bytes_ = 0;
};

/// A batch for llama_decode with explicit positions and sequences.
class LlamaBatch {
public:
    /// `shared`: the most sequences that one token may belong to.
    explicit LlamaBatch(std::size_t capacity, std::size_t shared = 1)
        : batch_(llama_batch_init(static_cast<std::int32_t>(capacity), 0,
                                  static_cast<std::int32_t>(shared))) {}
    ~LlamaBatch() { llama_batch_free(batch_); }
    LlamaBatch(const LlamaBatch&) = delete;
    LlamaBatch& operator=(const LlamaBatch&) = delete;

    void clear() { batch_.n_tokens = 0; }
    bool empty() const { return batch_.n_tokens == 0; }
    /// Returns the index at which llama_get_logits_ith finds the output.
    std::int32_t add(llama_token token, std::size_t position, std::size_t sequence, bool output) {
        return add(token, position, sequence, 1, output);
    }
    /// A token of `count` sequences, from `sequence` on.
    std::int32_t add(llama_token token, std::size_t position, std::size_t sequence,
                     std::size_t count, bool output);
    std::int32_t decode(llama_context* context) { return llama_decode(context, batch_); }

private:
    llama_batch batch_;
};

}  // namespace lexi::ml
