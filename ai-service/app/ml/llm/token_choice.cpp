#include "ml/llm/token_choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lexi::ml {
namespace {

constexpr std::size_t kEnough = LlamaModel::kTopK;

bool likelier(const llama_token_data& a, const llama_token_data& b) {
    return a.logit != b.logit ? a.logit > b.logit : a.id < b.id;
}
bool less_likely(const llama_token_data& a, const llama_token_data& b) { return likelier(b, a); }

// Those whose first byte fits; the rest of a token is only looked at where it is likely.
std::vector<llama_token_data> possible(const LlamaModel& model, std::span<const float> logits,
                                       const JsonCursor& cursor) {
    std::array<bool, 256> fits{};
    for (std::size_t byte = 0; byte < fits.size(); ++byte) {
        auto next = cursor;
        const char text = static_cast<char>(byte);
        fits[byte] = next.push({&text, 1});
    }
    const bool may_end = cursor.may_end();
    std::vector<llama_token_data> found;
    for (llama_token token = 0; std::cmp_less(token, logits.size()); ++token) {
        const auto& piece = model.piece(token);
        const bool fit = piece.empty() ? may_end && model.ends(token)
                                       : fits[static_cast<unsigned char>(piece.front())];
        if (fit) found.push_back({.id = token, .logit = logits[static_cast<std::size_t>(token)]});
    }
    return found;
}

}  // namespace

std::optional<llama_token> choose_within(const LlamaModel& model, llama_sampler* sampler,
                                         std::int32_t output, const JsonCursor& cursor) {
    auto open = possible(model, model.logits(output), cursor);
    std::ranges::make_heap(open, less_likely);
    std::vector<llama_token_data> fit;
    while (!open.empty() && fit.size() < kEnough) {
        std::ranges::pop_heap(open, less_likely);
        auto next = cursor;
        if (next.push(model.piece(open.back().id))) fit.push_back(open.back());
        open.pop_back();
    }
    if (fit.empty()) return std::nullopt;
    llama_token_data_array choice{
        .data = fit.data(), .size = fit.size(), .selected = -1, .sorted = false};
    llama_sampler_apply(sampler, &choice);
    const auto token = choice.data[choice.selected < 0 ? 0 : choice.selected].id;
    llama_sampler_accept(sampler, token);
    return token;
}

TokenLogprob logprob_of(const LlamaModel& model, std::int32_t output, llama_token chosen,
                        std::uint32_t top) {
    const auto logits = model.logits(output);
    const double most = std::ranges::max(logits);
    double sum = 0;
    for (const float logit : logits) sum += std::exp(logit - most);
    const auto chance = [&](llama_token token) {
        return TokenChance{.bytes = model.piece(token),
                           .logprob = static_cast<float>(logits[static_cast<std::size_t>(token)] -
                                                         most - std::log(sum))};
    };
    TokenLogprob report{.chosen = chance(chosen), .top = {}};
    std::vector<llama_token_data> all;
    all.reserve(top == 0 ? 0 : logits.size());
    for (llama_token token = 0; top != 0 && std::cmp_less(token, logits.size()); ++token) {
        all.push_back({.id = token, .logit = logits[static_cast<std::size_t>(token)]});
    }
    const auto count = std::min<std::size_t>(top, all.size());
    std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(count), likelier);
    for (std::size_t i = 0; i < count; ++i) report.top.push_back(chance(all[i].id));
    return report;
}

}  // namespace lexi::ml
