#include "app/vocabulary/replay.hpp"

#include <algorithm>

#include "app/vocabulary/spread.hpp"

namespace lexi::vocabulary {
namespace {

std::vector<Step> in_order(const std::vector<LoggedReview>& later,
                           const std::vector<Review>& fresh) {
    std::vector<Step> steps;
    for (const auto& logged : later) {
        steps.push_back(
            {.review = logged.review, .before = {}, .after = {}, .counted_as = logged.before});
    }
    for (const auto& review : fresh) steps.push_back({.review = review, .before = {}, .after = {}});
    std::ranges::sort(steps, precedes, &Step::review);
    return steps;
}

}  // namespace

Answer Review::answer() const {
    return {.rating = rating, .quality = quality.value_or(quality_of(rating))};
}

void Review::set_answer(std::optional<Rating> said, std::optional<std::int64_t> number) {
    if (said) {
        rating = *said;
    } else {
        quality = static_cast<int>(number.value());
        rating = rating_of(*quality);
    }
}

DayCount& DayCount::operator+=(const DayCount& other) {
    introduced += other.introduced;
    learning += other.learning;
    young += other.young;
    mature += other.mature;
    young_recalled += other.young_recalled;
    mature_recalled += other.mature_recalled;
    return *this;
}

DayCount DayCount::operator-() const {
    return {.introduced = -introduced,
            .learning = -learning,
            .young = -young,
            .mature = -mature,
            .young_recalled = -young_recalled,
            .mature_recalled = -mature_recalled};
}

DayCount count_of(const CardRecord& before, Rating rating) {
    if (!before.fsrs.last_review) return {.introduced = 1};
    if (before.fsrs.state != State::review) return {.learning = 1};
    const int recalled = rating == Rating::again ? 0 : 1;
    if (before.interval_days < kMasteredDays) return {.young = 1, .young_recalled = recalled};
    return {.mature = 1, .mature_recalled = recalled};
}

std::vector<Step> replay(const Scheduling& settings, const Uuid& card_id, const CardRecord& card,
                         const std::vector<LoggedReview>& later, const std::vector<Review>& fresh) {
    auto steps = in_order(later, fresh);
    CardRecord state = later.empty() ? card : restored(later.front().before, card);
    for (auto& step : steps) {
        step.before = state;
        step.after = next_card(settings, state, step.review.answer(), step.review.at,
                               fuzz(settings, card_id, state.review_count, step.review.day));
        state = step.after.card;
    }
    return steps;
}

CardRecord restored(CardRecord was, const CardRecord& now) {
    was.suspended = now.suspended;
    was.leech_pardoned = now.leech_pardoned;
    was.buried_until = now.buried_until;
    return was;
}

Spread fuzz(const Scheduling& settings, const Uuid& card_id, int review_count, Day day) {
    return [weights = DayWeights(settings.easy_days, day),
            draw = fuzz_draw(card_id.str(), review_count)](int, Range range) {
        return fuzz_day(range, draw, weights);
    };
}

}  // namespace lexi::vocabulary
