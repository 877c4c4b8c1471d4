#include "analysis/past_errors.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include "core/lexicon/forms.hpp"

namespace lexi::analysis {
namespace {

constexpr std::size_t kCompared = 12;

// The newest of the category, those of the rule first.
std::vector<PastError> candidates(const std::vector<core::WritingDocument>& writing,
                                  const ErrorKind& asked) {
    std::vector<PastError> found;
    std::set<std::string> seen{core::plain(asked.sentence)};
    for (const auto& text : writing) {
        for (const auto& error : text.errors) {
            if (error.category != asked.category) continue;
            if (seen.insert(core::plain(error.sentence)).second) {
                found.push_back({.error = error, .at = text.createdAt});
            }
        }
    }
    std::ranges::stable_partition(
        found, [&asked](const PastError& past) { return past.error.rule == asked.rule; });
    if (found.size() > kCompared) found.resize(kCompared);
    return found;
}

}  // namespace

std::vector<PastError> similar_errors(const std::vector<core::WritingDocument>& writing,
                                      const ErrorKind& asked, std::size_t limit,
                                      ml::Embedder& embedder) {
    auto found = candidates(writing, asked);
    const auto meant = found.size() > limit ? embedder.embed(asked.sentence)
                                            : Result<ml::Embedding>(ml::Embedding{});
    std::vector<std::pair<double, PastError>> compared;  // with the cosine; 0: not known
    for (auto& past : found) {
        double nearness = 0;
        if (meant && !meant->empty()) {
            const auto other = embedder.embed(past.error.sentence);
            if (other) nearness = ml::cosine(*meant, *other);
        }
        compared.emplace_back(nearness, std::move(past));
    }
    std::ranges::stable_sort(compared, std::greater(), [&asked](const auto& one) {
        return std::pair(one.second.error.rule == asked.rule, one.first);
    });
    std::vector<PastError> nearest;
    for (auto& [nearness, past] : compared | std::views::take(limit)) {
        nearest.push_back(std::move(past));
    }
    return nearest;
}

}  // namespace lexi::analysis
