#include "suggestions/service.hpp"

#include <cmath>
#include <format>

#include "suggestions/drills.hpp"
#include "suggestions/rank.hpp"
#include "suggestions/store.hpp"

namespace lexi::suggestions {
namespace {

constexpr std::int64_t kAnalyses = 200;
constexpr std::int64_t kSuggestions = 5;

SuggestionView view_of(const Need& need, const core::Lexicon& lexicon) {
    SuggestionView view{.skill = need.skill,
                        .source = "pronunciation",
                        .title = std::format("The sound /{}/", need.skill),
                        .title_vi = std::format("Âm /{}/", need.skill),
                        .reason = std::format("{} of {} times it was not heard as it should be.",
                                              need.mistakes, need.tries),
                        .reason_vi = std::format("{} trong {} lần đọc, âm này chưa đúng.",
                                                 need.mistakes, need.tries),
                        .priority = std::round(need.priority * 1000) / 1000,
                        .tries = need.tries,
                        .mistakes = need.mistakes,
                        .evidence = {},
                        .drill = sound_drill(lexicon, need.skill, need.often_heard_as)};
    if (!need.often_heard_as.empty() && need.often_heard_as != need.skill) {
        view.reason += std::format(" It often sounds like /{}/.", need.often_heard_as);
        view.reason_vi += std::format(" Nó thường nghe giống /{}/.", need.often_heard_as);
    }
    for (const auto& one : need.newest) {
        view.evidence.push_back({.text = one.text,
                                 .expected = one.expected,
                                 .actual = one.actual,
                                 .at = to_rfc3339(one.at)});
    }
    return view;
}

}  // namespace

Task<Result<std::vector<SuggestionView>>> SuggestionService::next(Uuid user, Filter filter,
                                                                  Instant now) {
    const auto limit = static_cast<std::size_t>(filter.limit.value_or(kSuggestions));
    auto views = co_await mongo_.run(
        [this, user, limit, now](core::Connection& db) -> Result<std::vector<SuggestionView>> {
            std::vector<SuggestionView> found;
            for (const auto& need : needs(pronunciation_tries(db, user, kAnalyses), now)) {
                if (found.size() == limit) break;
                found.push_back(view_of(need, lexicon_));
            }
            return found;
        });
    co_return views;
}

}  // namespace lexi::suggestions
