#include "ml/grammar/scorer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace lexi::ml::grammar {
namespace {

// What is so many times (in natural logarithms) less likely than the likeliest adds nothing to the
// sum: 50,000 of them are less than a thousandth.
constexpr float kNegligible = 18;

double log_probability(std::span<const float> logits, llama_token token) {
    std::array<float, 8> greatest;  // side by side, so that the compiler makes vectors of them
    greatest.fill(logits.front());
    const auto whole = logits.size() / greatest.size() * greatest.size();
    for (std::size_t i = 0; i < whole; i += greatest.size()) {
        for (std::size_t k = 0; k < greatest.size(); ++k) {
            greatest[k] = logits[i + k] > greatest[k] ? logits[i + k] : greatest[k];
        }
    }
    const float most =
        std::max(std::ranges::max(greatest),
                 whole < logits.size() ? std::ranges::max(logits.subspan(whole)) : logits.front());
    float sum = 0;
    for (const float logit : logits) {
        if (logit > most - kNegligible) sum += std::exp(logit - most);
    }
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

struct Scorer::Group {
    std::vector<std::vector<llama_token>> texts;
    std::size_t shared = 0;  // tokens that all texts begin with
    std::size_t tokens = 0;  // to be read
    bool read = false;
    std::int32_t shared_output = 0;           // of the last shared token
    std::vector<std::int32_t> first_outputs;  // of each text's first own token
};

Scorer::Group Scorer::tokenized(const std::vector<std::string>& texts) const {
    Group group;
    for (const auto& text : texts) group.texts.push_back(tokenize(text));
    group.shared = common_prefix(group.texts);
    group.tokens = group.shared;
    for (const auto& text : group.texts) group.tokens += text.size() - group.shared;
    return group;
}

// The last shared token predicts each text's first own one; each own one the next, so the last
// needs not be read.
void Scorer::add(Group& group, std::size_t sequence) {
    group.read = true;
    for (std::size_t i = 0; i < group.shared; ++i) {
        group.shared_output =
            batch_.add(group.texts[0][i], i, sequence, group.texts.size(), i + 1 == group.shared);
    }
    for (const auto& text : group.texts) {
        auto first = std::int32_t{-1};
        for (auto i = group.shared; i + 1 < text.size(); ++i) {
            const auto output = batch_.add(text[i], i, sequence, true);
            if (first < 0) first = output;
        }
        group.first_outputs.push_back(first);
        ++sequence;
    }
}

std::vector<double> Scorer::scores(const Group& group) const {
    const auto vocabulary = static_cast<std::size_t>(llama_vocab_n_tokens(vocab_));
    const auto probability = [&](std::int32_t output, llama_token token) {
        return log_probability({llama_get_logits_ith(context_.get(), output), vocabulary}, token);
    };
    std::vector<double> scores;
    for (std::size_t k = 0; k < group.texts.size(); ++k) {
        const auto& text = group.texts[k];
        double score = 0;
        if (text.size() > group.shared) {
            score = probability(group.shared_output, text[group.shared]);
        }
        auto output = group.first_outputs[k];
        for (auto i = group.shared; i + 1 < text.size(); ++i, ++output) {
            score += probability(output, text[i + 1]);
        }
        scores.push_back(score);
    }
    return scores;
}

std::vector<std::vector<double>> Scorer::compare(
    const std::vector<std::vector<std::string>>& texts) {
    std::vector<Group> groups;
    std::size_t sequences = 0;
    std::size_t tokens = 0;
    batch_.clear();
    for (const auto& some : texts) {
        auto& group = groups.emplace_back(some.empty() ? Group{} : tokenized(some));
        const bool fits = sequences + some.size() <= kMostTexts && tokens + group.tokens <= kBatch;
        if (!fits || some.empty()) continue;
        add(group, sequences);
        sequences += some.size();
        tokens += group.tokens;
    }
    std::vector<std::vector<double>> all(texts.size());
    llama_memory_clear(llama_get_memory(context_.get()), false);  // not its 47 MB of numbers
    if (batch_.empty() || batch_.decode(context_.get()) != 0) return all;
    for (std::size_t k = 0; k < groups.size(); ++k) {
        if (groups[k].read) all[k] = scores(groups[k]);
    }
    return all;
}

}  // namespace lexi::ml::grammar
