#include "app/transfer/takeover.hpp"

#include <algorithm>

namespace lexi::transfer {
namespace {

using vocabulary::CardChange;
using vocabulary::CardRecord;
using vocabulary::State;

std::vector<vocabulary::Review> reviews_of(const Learner& learner, const Uuid& card,
                                           const Entry& entry) {
    std::vector<vocabulary::Review> reviews;
    for (const auto& answer : entry.answers) {
        // The same answer of the same card always has the same id.
        const auto name = "answer " + std::to_string(reviews.size());
        reviews.push_back({.id = Uuid::named(card, name),
                           .rating = answer.rating,
                           .at = answer.at,
                           .day = learner.day(answer.at),
                           .time_spent_ms = answer.time_spent_ms});
    }
    return reviews;
}

// A card whose deck came without its log: what its interval and ease (or Anki's own FSRS) say.
CardRecord without_log(const Learner& learner, const Standing& standing, Instant now) {
    const auto schedule = vocabulary::schedule_of(learner.settings);
    const int days = std::max(1, standing.interval_days);
    CardRecord card;
    card.fsrs.memory = standing.memory
                           ? *standing.memory
                           : vocabulary::memory_from_sm2(schedule.weights, standing.ease, days,
                                                         schedule.desired_retention);
    card.fsrs.last_review = std::min(now, *standing.due - std::chrono::days(days));
    card.sm2 = {
        .ease_factor = std::max(1.3, standing.ease), .interval_days = days, .repetitions = 2};
    return card;
}

}  // namespace

std::optional<CardChange> taken_over(const Learner& learner, const Uuid& card, const Entry& entry,
                                     Instant now) {
    const auto standing = entry.standing.value_or(Standing{});
    CardRecord before{.suspended = standing.suspended};
    before.fsrs.due = now;
    CardChange change{.card = card};
    if (!entry.answers.empty()) {
        change.steps = vocabulary::replay(learner.settings, card, before, {},
                                          reviews_of(learner, card, entry));
        change.after = change.steps.back().after.card;
    } else if (standing.due) {
        change.after = without_log(learner, standing, now);
        change.after.suspended = standing.suspended;
        change.after.review_count = standing.reviews;
        change.after.lapses = standing.lapses;
    } else {
        return std::nullopt;
    }
    if (standing.due) {
        change.after.fsrs.state = standing.state;
        change.after.fsrs.step = 0;
        change.after.fsrs.due = *standing.due;
        change.after.interval_days = standing.state == State::review ? standing.interval_days : 0;
    }
    return change;
}

}  // namespace lexi::transfer
