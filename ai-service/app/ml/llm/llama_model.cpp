#include "ml/llm/llama_model.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

#include "ml/cores.hpp"
#include "ml/ggml_runtime.hpp"
#include "ml/llm/slot_plan.hpp"
#include "ml/llm/text_filter.hpp"
#include "ml/model_file.hpp"

namespace lexi::ml {
namespace {

std::string piece_text(const llama_vocab* vocab, llama_token token) {
    std::string text(64, '\0');
    auto size = llama_token_to_piece(vocab, token, text.data(),
                                     static_cast<std::int32_t>(text.size()), 0, false);
    if (size < 0) {
        text.resize(static_cast<std::size_t>(-size));
        size = llama_token_to_piece(vocab, token, text.data(), -size, 0, false);
    }
    text.resize(static_cast<std::size_t>(std::max(0, size)));
    return text;
}

}  // namespace

void start_llama() {
    static std::once_flag once;
    std::call_once(once, [] {
        llama_log_set([](ggml_log_level, const char*, void*) {}, nullptr);
        start_ggml();
        llama_backend_init();
    });
}

std::shared_ptr<llama_model> llama_weights(const std::string& path, bool gpu) {
    start_llama();
    gpu = gpu && llama_supports_gpu_offload();
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<llama_model>> open;
    const std::scoped_lock lock(mutex);
    auto& known = open[fingerprint(std::filesystem::weakly_canonical(path)) + (gpu ? " gpu" : "")];
    if (auto model = known.lock()) return model;
    auto params = llama_model_default_params();
    params.n_gpu_layers = gpu ? -1 : 0;
    std::shared_ptr<llama_model> model(llama_model_load_from_file(path.c_str(), params),
                                       Freed<llama_model_free>{});
    known = model;
    return model;
}

std::expected<std::shared_ptr<LlamaModel>, std::string> LlamaModel::load(
    const std::string& path, const LlamaConfig& config) {
    auto made = std::make_shared<LlamaModel>();
    made->model_ = llama_weights(path, config.gpu);
    if (!made->model_) return std::unexpected("the file is no complete GGUF model");
    made->vocab_ = llama_model_get_vocab(made->model_.get());
    const char* chat = llama_model_chat_template(made->model_.get(), nullptr);
    if (chat == nullptr) return std::unexpected("the model has no chat template");
    made->chat_template_ = chat;
    if (!made->make_context(config)) return std::unexpected("there is not enough memory for it");
    made->read_vocabulary();
    return made;
}

bool LlamaModel::make_context(const LlamaConfig& config) {
    const auto trained = static_cast<std::uint32_t>(llama_model_n_ctx_train(model_.get()));
    const auto each = std::min(config.context_tokens, trained);
    const auto threads = config.threads != 0 ? config.threads : usable_cores();
    auto params = llama_context_default_params();
    params.n_ctx = each * config.slots;
    params.n_seq_max = config.slots;
    params.n_batch = std::max<std::uint32_t>(kBlock, config.slots);
    params.n_ubatch = params.n_batch;
    params.n_threads = params.n_threads_batch = static_cast<std::int32_t>(threads);
    params.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_AUTO;
    // Each slot has a stream of its own, so that others' caches cannot change the rounding: needed
    // for the same seed to give the same text.
    params.kv_unified = false;
    params.no_perf = true;
    context_.reset(llama_init_from_model(model_.get(), params));
    if (!context_) return false;
    context_tokens_ = llama_n_ctx_seq(context_.get());
    LlamaBatch warm(1);
    const auto first = llama_vocab_bos(vocab_);
    warm.add(first == LLAMA_TOKEN_NULL ? llama_vocab_eos(vocab_) : first, 0, 0, true);
    if (warm.decode(context_.get()) != 0) return false;
    llama_memory_clear(memory(), true);
    memory_bytes_ = llama_model_size(model_.get()) + llama_state_get_size(context_.get());
    return true;
}

void LlamaModel::read_vocabulary() {
    for (llama_token token = 0; token < llama_vocab_n_tokens(vocab_); ++token) {
        pieces_.push_back(piece_text(vocab_, token));
        const auto kind = llama_vocab_get_attr(vocab_, token);
        if ((kind & (LLAMA_TOKEN_ATTR_CONTROL | LLAMA_TOKEN_ATTR_USER_DEFINED)) == 0) continue;
        control_texts_.emplace_back(llama_vocab_get_text(vocab_, token));
    }
}

std::vector<llama_token> LlamaModel::tokenize(std::string_view text, bool with_controls) const {
    std::vector<llama_token> tokens(text.size() + 8);
    const auto count =
        llama_tokenize(vocab_, text.data(), static_cast<std::int32_t>(text.size()), tokens.data(),
                       static_cast<std::int32_t>(tokens.size()), with_controls, with_controls);
    tokens.resize(static_cast<std::size_t>(std::max(0, count)));
    return tokens;
}

Result<std::vector<llama_token>> LlamaModel::prompt(
    const std::vector<ChatMessage>& messages) const {
    std::vector<std::string> contents;
    std::vector<llama_chat_message> chat;
    contents.reserve(messages.size());
    std::size_t bytes = 256;
    for (const auto& message : messages) {
        contents.push_back(defused(message.content, control_texts_));
        chat.push_back({message.role.c_str(), contents.back().c_str()});
        bytes += 2 * (contents.back().size() + message.role.size()) + 32;
    }
    std::string text(bytes, '\0');
    auto need = llama_chat_apply_template(chat_template_.c_str(), chat.data(), chat.size(), true,
                                          text.data(), static_cast<std::int32_t>(text.size()));
    if (need > static_cast<std::int32_t>(text.size())) {
        text.resize(static_cast<std::size_t>(need));
        need = llama_chat_apply_template(chat_template_.c_str(), chat.data(), chat.size(), true,
                                         text.data(), need);
    }
    if (need <= 0) return fail(Fault::invalid, "The conversation does not fit the model's form.");
    text.resize(static_cast<std::size_t>(need));
    auto tokens = tokenize(text, true);
    if (tokens.empty()) return fail(Fault::invalid, "The conversation is empty.");
    return tokens;
}

Sampler LlamaModel::sampler(const LlmJob& job, std::uint32_t seed) const {
    auto params = llama_sampler_chain_default_params();
    params.no_perf = true;
    Sampler chain(llama_sampler_chain_init(params));
    if (job.repeat_penalty > 1.0F) {
        llama_sampler_chain_add(chain.get(),
                                llama_sampler_init_penalties(llama_vocab_n_tokens(vocab_), 64,
                                                             job.repeat_penalty, 0.0F, 0.0F));
    }
    if (!job.grammar.empty()) {
        auto* grammar = llama_sampler_init_grammar(vocab_, job.grammar.c_str(), "root");
        if (grammar == nullptr) return nullptr;
        llama_sampler_chain_add(chain.get(), grammar);
    }
    if (job.temperature <= 0.0F) {
        llama_sampler_chain_add(chain.get(), llama_sampler_init_greedy());
        return chain;
    }
    llama_sampler_chain_add(chain.get(), llama_sampler_init_top_k(kTopK));
    llama_sampler_chain_add(chain.get(), llama_sampler_init_top_p(job.top_p, 1));
    llama_sampler_chain_add(chain.get(), llama_sampler_init_temp(job.temperature));
    llama_sampler_chain_add(chain.get(), llama_sampler_init_dist(seed));
    return chain;
}

std::int32_t LlamaBatch::add(llama_token token, std::size_t position, std::size_t sequence,
                             std::size_t count, bool output) {
    const auto at = batch_.n_tokens++;
    batch_.token[at] = token;
    batch_.pos[at] = static_cast<llama_pos>(position);
    batch_.n_seq_id[at] = static_cast<std::int32_t>(count);
    for (std::size_t k = 0; k < count; ++k) {
        batch_.seq_id[at][k] = static_cast<llama_seq_id>(sequence + k);
    }
    batch_.logits[at] = output ? 1 : 0;
    return at;
}

}  // namespace lexi::ml
