#include <algorithm>
#include <set>

#include "app/core/past_time.hpp"
#include "app/vocabulary/review_rewards.hpp"
#include "app/vocabulary/review_store.hpp"
#include "app/vocabulary/reviewing.hpp"

namespace lexi::vocabulary {
namespace {

using Fields = std::map<std::string, std::string>;

struct Batch {
    std::vector<BatchItemView> results;
    std::map<Uuid, std::vector<Review>> fresh;  // by card
};

// One review of a batch, or what is wrong with it.
std::expected<Review, Fields> batch_review(const BatchItem& item, const Learner& learner,
                                           Instant now) {
    if (!item.rating && !item.quality) {
        return std::unexpected(Fields{{"rating", "is required (rating, or quality)"}});
    }
    const auto at = past_time("reviewed_at", item.reviewed_at, now, kOldestReview);
    if (!at) return std::unexpected(at.error().fields);
    Review review{.id = Uuid::parse(item.client_id).value(), .at = *at, .day = learner.day(*at)};
    review.time_spent_ms = item.time_spent_ms;
    review.set_answer(item.rating, item.quality);
    return review;
}

// Which reviews are new. Whether one was counted before is asked first: it may be too old by now.
Batch sorted_out(const BatchBody& body, const Learner& learner, std::map<Uuid, Uuid> logged,
                 const std::map<Uuid, StoredCard>& cards, Instant now) {
    Batch batch;
    for (const auto& item : body.reviews) {
        BatchItemView view{
            .client_id = item.client_id, .result = ItemResult::refused, .fields = {}};
        const auto card = Uuid::parse(item.card_id).value();
        const auto known = logged.find(Uuid::parse(item.client_id).value());
        const auto review = batch_review(item, learner, now);
        if (known != logged.end() && known->second != card) {
            view.fields = Fields{{"client_id", "was used for another word"}};
        } else if (known != logged.end()) {
            view.result = ItemResult::duplicate;
        } else if (!cards.contains(card)) {
            view.fields = Fields{{"card_id", "is not one of your words"}};
        } else if (!review) {
            view.fields = review.error();
        } else {
            view.result = ItemResult::applied;
            batch.fresh[card].push_back(*review);
            logged.emplace(review->id, card);
        }
        batch.results.push_back(std::move(view));
    }
    for (auto& [card, reviews] : batch.fresh) std::ranges::sort(reviews, precedes);
    return batch;
}

Task<std::vector<CardChange>> changes_of(UnitOfWork& work, Learner learner, Batch batch,
                                         std::map<Uuid, StoredCard> cards) {
    std::vector<LogPlace> places;
    for (const auto& [card, reviews] : batch.fresh) {
        const auto& first = reviews.front();
        if (!is_last(cards.at(card).record, first.at)) places.push_back({card, first.at, first.id});
    }
    std::map<Uuid, std::vector<LoggedReview>> later;
    if (!places.empty()) {
        auto found = co_await later_reviews(work, learner.id, std::move(places));
        for (auto& one : found) later[one.card].push_back(std::move(one.logged));
    }
    std::vector<CardChange> changes;
    for (const auto& [card, reviews] : batch.fresh) {
        auto steps = replay(learner.settings, card, cards.at(card).record, later[card], reviews);
        const auto after = steps.back().after.card;
        changes.push_back({.card = card, .after = after, .steps = std::move(steps)});
    }
    co_return changes;
}

void count_results(BatchView& view) {
    for (const auto& item : view.results) {
        if (item.result == ItemResult::applied) ++view.applied;
        if (item.result == ItemResult::duplicate) ++view.duplicates;
        if (item.result == ItemResult::refused) ++view.refused;
    }
}

Task<std::map<Uuid, StoredCard>> cards_of(UnitOfWork& work, Uuid user, BatchBody body) {
    std::set<Uuid> ids;
    for (const auto& item : body.reviews) ids.insert(Uuid::parse(item.card_id).value());
    auto found = co_await find_cards(work, user, {ids.begin(), ids.end()});
    std::map<Uuid, StoredCard> cards;
    for (auto& card : found) cards.emplace(card.id, std::move(card));
    co_return cards;
}

}  // namespace

Task<Result<BatchView>> review_batch(UnitOfWork& work, Uuid user, BatchBody body, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    std::vector<Uuid> ids;
    for (const auto& item : body.reviews) ids.push_back(Uuid::parse(item.client_id).value());
    const auto logged = co_await find_logged(work, user, std::move(ids));
    const auto cards = co_await cards_of(work, user, body);
    auto batch = sorted_out(body, *learner, logged, cards, now);
    BatchView view{.results = batch.results};
    count_results(view);
    const auto changes = co_await changes_of(work, *learner, std::move(batch), cards);
    for (const auto& change : changes) {
        view.cards.push_back({change.card.str(), schedule_view(change.after)});
    }
    if (!changes.empty()) co_await save_reviews(work, user, changes);
    auto earned = co_await reward_reviews(work, user, changes);
    view.xp_earned = earned.xp_earned;
    view.current_streak = streak_on(earned.streak, learner->day(now));
    view.achievements_unlocked = std::move(earned.achievements_unlocked);
    co_return view;
}

}  // namespace lexi::vocabulary
