#include "analysis/past_errors.hpp"

#include <algorithm>
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

struct Compared {
    PastError past;
    bool same_rule = false;
    double nearness = 0;  // cosine; 0 where it is not known
};

}  // namespace

std::vector<PastError> similar_errors(const std::vector<core::WritingDocument>& writing,
                                      const ErrorKind& asked, std::size_t limit,
                                      ml::Embedder& embedder) {
    auto found = candidates(writing, asked);
    const auto meant = found.size() > limit ? embedder.embed(asked.sentence)
                                            : Result<ml::Embedding>(ml::Embedding{});
    std::vector<Compared> compared;
    for (auto& past : found) {
        Compared one{.same_rule = past.error.rule == asked.rule};
        if (meant && !meant->empty()) {
            const auto other = embedder.embed(past.error.sentence);
            if (other) one.nearness = ml::cosine(*meant, *other);
        }
        one.past = std::move(past);
        compared.push_back(std::move(one));
    }
    std::ranges::stable_sort(compared, [](const Compared& a, const Compared& b) {
        return std::pair(a.same_rule, a.nearness) > std::pair(b.same_rule, b.nearness);
    });
    if (compared.size() > limit) compared.resize(limit);
    std::vector<PastError> nearest;
    for (auto& one : compared) nearest.push_back(std::move(one.past));
    return nearest;
}

}  // namespace lexi::analysis
