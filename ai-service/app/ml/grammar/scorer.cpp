#include "ml/grammar/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace lexi::ml::grammar {
namespace {

double log_probability(std::span<const float> logits, llama_token token) {
    const float most = std::ranges::max(logits);
    float sum = 0;
    for (const float logit : logits) sum += std::exp(logit - most);
    return logits[static_cast<std::size_t>(token)] - most - std::log(sum);
}

std::size_t common_prefix(const std::vector<std::vector<llama_token>>& texts) {
    std::size_t shared = texts.front().size();
    for (const auto& text : texts) {
        const auto end = std::ranges::mismatch(texts.front(), text).in2;
        shared = std::min(shared, static_cast<std::size_t>(end - text.begin()));
    }
    return shared;
}

}  // namespace

std::expected<std::unique_ptr<Scorer>, std::string> Scorer::load(const std::string& path,
                                                                 std::uint32_t threads) {
    std::unique_ptr<Scorer> made(new Scorer);
    made->model_ = llama_weights(path, false);
    if (!made->model_) return std::unexpected("the file is no complete GGUF model");
    made->vocab_ = llama_model_get_vocab(made->model_.get());
    auto context = llama_context_default_params();
    context.n_ctx = 2 * kBatch;
    context.n_seq_max = kMostTexts;
    context.n_batch = kBatch;
    context.n_ubatch =
        kBatch / 4;  // what it works in: room for as many tokens times the vocabulary
    context.n_threads = context.n_threads_batch = static_cast<std::int32_t>(threads);
    context.kv_unified = true;  // the shared beginning is read once and used by every text
    context.no_perf = true;
    made->context_.reset(llama_init_from_model(made->model_.get(), context));
    if (!made->context_) return std::unexpected("there is not enough memory for it");
    return made;
}

// A text begins after the model's end-of-text token, as in its training.
std::vector<llama_token> Scorer::tokenize(std::string_view text) const {
    std::vector<llama_token> tokens(text.size() + 8);
    const auto count =
        llama_tokenize(vocab_, text.data(), static_cast<std::int32_t>(text.size()), tokens.data(),
                       static_cast<std::int32_t>(tokens.size()), false, false);
    tokens.resize(static_cast<std::size_t>(std::max(0, count)));
    const auto first = llama_vocab_eot(vocab_);
    tokens.insert(tokens.begin(), first == LLAMA_TOKEN_NULL ? llama_vocab_bos(vocab_) : first);
    return tokens;
}

std::vector<double> Scorer::compare(const std::vector<std::string>& texts) {
    if (texts.empty() || texts.size() > kMostTexts) return {};
    std::vector<std::vector<llama_token>> tokens;
    for (const auto& text : texts) tokens.push_back(tokenize(text));
    const auto shared = common_prefix(tokens);
    std::size_t all = shared;
    for (const auto& text : tokens) all += text.size() - shared;
    if (all > kBatch) return {};
    llama_memory_clear(llama_get_memory(context_.get()), true);
    batch_.clear();
    // The last shared token predicts each text's first own one.
    for (std::size_t i = 0; i < shared; ++i) batch_.add(tokens[0][i], i, 0, i + 1 == shared);
    if (shared > 0 && batch_.decode(context_.get()) != 0) return {};
    const auto vocabulary = static_cast<std::size_t>(llama_vocab_n_tokens(vocab_));
    const auto at = [&](std::int32_t output) {
        return std::span(llama_get_logits_ith(context_.get(), output), vocabulary);
    };
    std::vector<double> scores(texts.size(), 0);
    for (std::size_t k = 0; k < texts.size(); ++k) {
        if (tokens[k].size() > shared) {
            scores[k] =
                log_probability(at(static_cast<std::int32_t>(shared) - 1), tokens[k][shared]);
        }
    }
    for (std::size_t k = 1; k < texts.size(); ++k) {
        llama_memory_seq_cp(llama_get_memory(context_.get()), 0, static_cast<llama_seq_id>(k), -1,
                            -1);
    }
    batch_.clear();
    for (std::size_t k = 0; k < texts.size(); ++k) {
        for (auto i = shared; i + 1 < tokens[k].size(); ++i) batch_.add(tokens[k][i], i, k, true);
    }
    tokens_read_ += all;
    if (!batch_.empty() && batch_.decode(context_.get()) != 0) return {};
    std::int32_t output = 0;
    for (std::size_t k = 0; k < texts.size(); ++k) {
        for (auto i = shared; i + 1 < tokens[k].size(); ++i, ++output) {
            scores[k] += log_probability(at(output), tokens[k][i + 1]);
        }
    }
    return scores;
}

}  // namespace lexi::ml::grammar
