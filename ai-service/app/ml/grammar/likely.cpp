#include "ml/grammar/likely.hpp"

#include <algorithm>
#include <numeric>

namespace lexi::ml::grammar {
namespace {

constexpr std::size_t kAtOnce = 11;  // edits that are judged together
constexpr double kSuggested = -1.5;  // natural logarithms; below, the edit goes

std::string applied(std::string_view text, const std::vector<Match>& edits, std::size_t without) {
    std::string made;
    std::size_t at = 0;
    for (std::size_t k = 0; k < edits.size(); ++k) {
        if (k == without) continue;
        const auto& [offset, length] = edits[k].bytes;
        made += text.substr(at, offset - at);
        made += edits[k].replacements.front();
        at = offset + length;
    }
    return made + std::string(text.substr(at));
}

// How much likelier the text is with each edit, beside all others, than without it, in natural
// logarithms.
std::vector<double> gains_of(std::string_view text, const std::vector<Match>& edits,
                             Scorer& scorer) {
    std::vector<double> gains(edits.size(), 0);
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    for (std::size_t from = 0; from < edits.size(); from += kAtOnce) {
        const auto to = std::min(edits.size(), from + kAtOnce);
        std::vector<std::string> texts{applied(text, edits, kNone)};
        for (auto k = from; k < to; ++k) texts.push_back(applied(text, edits, k));
        const auto likely = scorer.compare({texts}).front();
        for (auto k = from; k < to; ++k) {
            gains[k] = likely.empty() ? 0 : likely.front() - likely[k - from + 1];
        }
    }
    return gains;
}

auto touching(const Match& match) {
    const auto& [offset, length] = match.bytes;
    return [offset, length](const Match& edit) {
        return edit.bytes.offset <= offset + length &&
               offset <= edit.bytes.offset + edit.bytes.length;
    };
}

auto same_as(const Match& edit) {
    return [&edit](const Match& match) {
        return match.bytes == edit.bytes && !match.replacements.empty() &&
               match.replacements.front() == edit.replacements.front();
    };
}

}  // namespace

void keep_likely(std::string_view text, std::vector<Match>& edits, Scorer& scorer) {
    const auto gains = gains_of(text, edits, scorer);
    std::vector<Match> kept;
    for (std::size_t k = 0; k < edits.size(); ++k) {
        if (gains[k] < kSuggested) continue;
        if (gains[k] <= 0) edits[k].severity = Severity::suggestion;
        kept.push_back(std::move(edits[k]));
    }
    edits = std::move(kept);
}

void doubt_alone(std::string_view text, std::vector<Match>& own, const std::vector<Match>& edits,
                 Scorer& scorer) {
    std::vector<std::size_t> order(own.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&own](std::size_t k) { return own[k].bytes.offset; });
    std::vector<std::size_t> alone;
    std::vector<Match> asked;
    std::size_t free_from = 0;
    for (const auto k : order) {
        const auto& match = own[k];
        const bool applies = match.severity == Severity::error && !match.replacements.empty();
        if (!applies || match.bytes.offset < free_from) continue;
        if (std::ranges::any_of(edits, touching(match))) continue;
        free_from = match.bytes.offset + match.bytes.length;
        alone.push_back(k);
        asked.push_back(match);
    }
    const auto gains = gains_of(text, asked, scorer);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        if (gains[i] <= 0) own[alone[i]].severity = Severity::suggestion;
    }
}

std::vector<Match> merged(std::vector<Match> edits, std::vector<Match> own) {
    for (auto& edit : edits) {
        const auto same = std::ranges::find_if(own, same_as(edit));
        if (same == own.end()) continue;
        auto severity = edit.severity;
        edit = *same;
        edit.severity = std::min(severity, same->severity);
    }
    std::ranges::move(own, std::back_inserter(edits));
    std::ranges::stable_sort(edits, {}, &Match::severity);
    return edits;
}

}  // namespace lexi::ml::grammar
