#include "app/vocabulary/review_rewards.hpp"

#include <algorithm>
#include <iterator>

namespace lexi::vocabulary {
namespace {

constexpr int kReviewXp = 2;
constexpr int kFailedReviewXp = 1;

Prize prize_of(const Review& review) {
    return {.source = "review:" + review.id.str(),
            .amount = review.rating == Rating::again ? kFailedReviewXp : kReviewXp};
}

Tally tally_of(const CardRecord& before, const Review& review) {
    const bool due = before.fsrs.state == State::review;
    Tally tally;
    tally.reviews = 1;
    tally.reviews_due = due ? 1 : 0;
    tally.reviews_recalled = due && review.rating != Rating::again ? 1 : 0;
    tally.skill = "vocabulary";
    tally.seconds = static_cast<int>((review.time_spent_ms.value_or(0) + 500) / 1000);
    return tally;
}

void add(Tally& sum, const Tally& tally) {
    sum.reviews += tally.reviews;
    sum.reviews_due += tally.reviews_due;
    sum.reviews_recalled += tally.reviews_recalled;
    sum.seconds += tally.seconds;
    sum.skill = tally.skill;
}

struct DayDeeds {
    Deed taken_back;
    Deed done;
};

void add_step(DayDeeds& day, const Step& step) {
    const auto& review = step.review;
    day.done.day = day.taken_back.day = review.day;
    day.done.at = day.taken_back.at = std::max(day.done.at, review.at);
    const auto now = tally_of(step.before, review);
    if (!step.counted_as) {
        day.done.prizes.push_back(prize_of(review));
        add(day.done.tally, now);
        return;
    }
    const auto was = tally_of(*step.counted_as, review);
    if (was.reviews_due == now.reviews_due) return;
    add(day.taken_back.tally, was);
    add(day.done.tally, now);
}

}  // namespace

Task<Reward> reward_reviews(UnitOfWork& work, Uuid user, std::vector<CardChange> changes) {
    std::map<Day, DayDeeds> days;
    for (const auto& change : changes) {
        for (const auto& step : change.steps) add_step(days[step.review.day], step);
    }
    Reward sum;
    bool earned_any = false;
    for (auto& [day, deeds] : days) {
        if (deeds.taken_back.tally.reviews > 0) {
            co_await take_back(work, user, std::move(deeds.taken_back));
        }
        if (deeds.done.tally.reviews == 0) continue;
        auto earned = co_await reward(work, user, std::move(deeds.done));
        earned_any = true;
        sum.xp_earned += earned.xp_earned;
        sum.streak = earned.streak;
        std::ranges::move(earned.achievements_unlocked,
                          std::back_inserter(sum.achievements_unlocked));
    }
    if (!earned_any) sum.streak = co_await load_streak(work, user);
    co_return sum;
}

Task<Reward> take_back_review(UnitOfWork& work, Uuid user, LoggedReview logged) {
    const auto& review = logged.review;
    Deed deed{.day = review.day,
              .at = review.at,
              .prizes = {prize_of(review)},
              .tally = tally_of(logged.before, review)};
    return take_back(work, user, std::move(deed));
}

}  // namespace lexi::vocabulary
