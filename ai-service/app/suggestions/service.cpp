#include "suggestions/service.hpp"

#include <algorithm>
#include <cmath>
#include <format>

#include "core/error_names.hpp"
#include "suggestions/drills.hpp"
#include "suggestions/rank.hpp"
#include "suggestions/store.hpp"

namespace lexi::suggestions {
namespace {

constexpr std::int64_t kAnalyses = 200;
constexpr std::int64_t kTexts = 200;
constexpr std::int64_t kSuggestions = 5;

std::vector<EvidenceView> evidence_of(const Need& need) {
    std::vector<EvidenceView> evidence;
    for (const auto& one : need.newest) {
        evidence.push_back({.text = one.text,
                            .expected = one.expected,
                            .actual = one.actual,
                            .at = to_rfc3339(one.at)});
    }
    return evidence;
}

SuggestionView numbers_of(const Need& need) {
    return {.skill = need.skill,
            .priority = std::round(need.priority * 1000) / 1000,
            .tries = need.tries,
            .mistakes = need.mistakes,
            .evidence = evidence_of(need)};
}

SuggestionView spoken_view(const Need& need, const core::Lexicon& lexicon) {
    auto view = numbers_of(need);
    view.source = "pronunciation";
    view.title = std::format("The sound /{}/", need.skill);
    view.title_vi = std::format("Âm /{}/", need.skill);
    view.reason =
        std::format("{} of {} times it was not heard as it should be.", need.mistakes, need.tries);
    view.reason_vi =
        std::format("{} trong {} lần đọc, âm này chưa đúng.", need.mistakes, need.tries);
    view.drill = sound_drill(lexicon, need.skill, need.often_heard_as);
    if (!need.often_heard_as.empty() && need.often_heard_as != need.skill) {
        view.reason += std::format(" It often sounds like /{}/.", need.often_heard_as);
        view.reason_vi += std::format(" Nó thường nghe giống /{}/.", need.often_heard_as);
    }
    return view;
}

// The drill is the learner's own sentences, as they were before they were corrected.
SuggestionView written_view(const Need& need) {
    auto view = numbers_of(need);
    const auto names = core::category_names(need.skill);
    const auto hints = core::category_hints(need.skill);
    view.source = "writing";
    view.title = names.english;
    view.title_vi = names.vietnamese;
    view.reason = std::format("{} mistakes in what you wrote lately.", need.mistakes);
    view.reason_vi = std::format("{} lỗi trong những câu bạn viết gần đây.", need.mistakes);
    view.drill = {
        .type = "rewrite",
        .instruction =
            "Write your sentences again without the mistake. " + std::string(hints.english),
        .instruction_vi = "Hãy viết lại các câu của bạn cho đúng. " + std::string(hints.vietnamese),
        .pairs = {},
        .words = {}};
    for (const auto& one : need.newest) view.drill.words.push_back(one.text);
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
                found.push_back(spoken_view(need, lexicon_));
            }
            for (const auto& need : needs(writing_tries(db, user, kTexts), now)) {
                found.push_back(written_view(need));
            }
            std::ranges::stable_sort(found, std::greater(), &SuggestionView::priority);
            if (found.size() > limit) found.resize(limit);
            return found;
        });
    co_return views;
}

}  // namespace lexi::suggestions
