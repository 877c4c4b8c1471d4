#include "app/vocabulary/reviewing.hpp"

#include "app/core/learner_day.hpp"
#include "app/core/past_time.hpp"
#include "app/vocabulary/review_rewards.hpp"
#include "app/vocabulary/review_store.hpp"
#include "app/vocabulary/spread.hpp"

namespace lexi::vocabulary {
namespace {

Result<Instant> review_time(const ReviewBody& body, Instant now) {
    if (!body.reviewed_at) return now;
    return past_time("reviewed_at", *body.reviewed_at, now, kOldestReview);
}

// Where an answer of now puts its card: on the day with the fewest in reach. Intervals that are not
// spread, or are long, need not look.
Task<Spread> balanced(UnitOfWork& work, Learner learner, StoredCard card, Review review) {
    const auto& settings = learner.settings;
    const auto plain = next_card(settings, card.record, review.answer(), review.at).card;
    const auto range = fuzz_range(plain.interval_days, schedule_of(settings).max_interval_days);
    const bool wide = plain.fsrs.state == State::review && range.low < range.high;
    if (settings.scheduler != Scheduler::fsrs || !wide || plain.interval_days > kBalancedDays) {
        co_return fuzz(settings, card.id, card.record.review_count, review.day);
    }
    const auto first = day_start(review.day + std::chrono::days(range.low), learner.time_zone);
    auto due = co_await due_between(work, learner.id, first, range);
    const DayWeights weights(settings.easy_days, review.day);
    co_return Spread([due = std::move(due), weights](int days, Range within) {
        return least_loaded(days, within, due, weights);
    });
}

Task<CardChange> answered_now(UnitOfWork& work, LockedCard locked, Review review) {
    const auto& [learner, card] = locked;
    const auto spread = co_await balanced(work, learner, card, review);
    const auto after = next_card(learner.settings, card.record, review.answer(), review.at, spread);
    CardChange change{.card = card.id, .after = after.card, .steps = {}};
    change.steps.push_back({.review = review, .before = card.record, .after = after});
    co_return change;
}

// What was answered at another time, and may have come late.
Task<CardChange> answered_then(UnitOfWork& work, LockedCard locked, Review review) {
    const auto& [learner, card] = locked;
    std::vector<LoggedReview> later;
    if (!is_last(card.record, review.at)) {
        std::vector<LogPlace> places = {{card.id, review.at, review.id}};
        auto found = co_await later_reviews(work, learner.id, std::move(places));
        for (auto& one : found) later.push_back(std::move(one.logged));
    }
    auto steps = replay(learner.settings, card.id, card.record, later, {review});
    const auto after = steps.back().after.card;
    co_return CardChange{.card = card.id, .after = after, .steps = std::move(steps)};
}

Task<CardChange> change_by(UnitOfWork& work, LockedCard locked, Review review, bool asked_now) {
    if (asked_now) return answered_now(work, std::move(locked), std::move(review));
    return answered_then(work, std::move(locked), std::move(review));
}

ReviewView review_view(const StoredCard& card, const CardChange& change) {
    ReviewView view{.word = card.word};
    view.word.schedule = schedule_view(change.after);
    view.interval_seconds = change.steps.back().after.interval.count();
    view.interval_days = change.after.interval_days;
    view.is_leech = is_leech(change.after.lapses);
    const bool lapsed = change.after.lapses > card.record.lapses;
    if (lapsed && warns_of_leech(change.after.lapses)) view.leech = leech_view(change.after);
    return view;
}

Task<ReviewView> counted_before(UnitOfWork& work, LockedCard locked, Instant now) {
    const auto& record = locked.card.record;
    const auto streak = co_await load_streak(work, locked.learner.id);
    ReviewView view{.word = locked.card.word};
    view.interval_days = record.interval_days;
    if (const auto last = record.fsrs.last_review) {
        view.interval_seconds =
            std::chrono::floor<std::chrono::seconds>(record.fsrs.due - *last).count();
    }
    view.is_leech = is_leech(record.lapses);
    view.current_streak = streak_on(streak, locked.learner.day(now));
    view.is_duplicate = true;
    co_return view;
}

// Was this client_id counted before? conflict where it was another word's.
Task<Result<bool>> is_logged(UnitOfWork& work, LockedCard locked, Uuid client_id) {
    std::vector<Uuid> asked = {client_id};
    const auto logged = co_await find_logged(work, locked.learner.id, std::move(asked));
    if (logged.empty()) co_return false;
    if (logged.begin()->second == locked.card.id) co_return true;
    co_return std::unexpected(Problem{.fault = Fault::conflict,
                                      .say = "This client_id was used for another word.",
                                      .fields = {{"client_id", "was used for another word"}}});
}

}  // namespace

Task<Result<ReviewView>> review_card(UnitOfWork& work, Uuid user, Uuid id, ReviewBody body,
                                     Instant now) {
    const auto locked = co_await lock_card(work, user, id);
    if (!locked) co_return std::unexpected(locked.error());
    const auto& [learner, card] = *locked;
    Review review{.id = Uuid::random(), .at = now, .day = {}};
    if (body.client_id) {
        review.id = Uuid::parse(*body.client_id).value();  // its form was checked at the edge
        const auto logged = co_await is_logged(work, *locked, review.id);
        if (!logged) co_return std::unexpected(logged.error());
        if (*logged) {
            auto before = co_await counted_before(work, *locked, now);
            co_return before;
        }
    }
    const auto at = review_time(body, now);
    if (!at) co_return std::unexpected(at.error());
    if (!body.reviewed_at && status_of(card.record) == Status::suspended) {
        co_return fail(Fault::conflict, "This word is suspended.");
    }
    review.at = *at;
    review.day = learner.day(*at);
    review.time_spent_ms = body.time_spent_ms;
    review.set_answer(body.rating, body.quality);
    const bool asked_now = !body.reviewed_at && is_last(card.record, *at);
    const auto change = co_await change_by(work, *locked, review, asked_now);
    auto view = review_view(card, change);
    std::vector<CardChange> changes = {change};
    co_await save_reviews(work, user, changes);
    auto earned = co_await reward_reviews(work, user, std::move(changes));
    view.xp_earned = earned.xp_earned;
    view.current_streak = streak_on(earned.streak, learner.day(now));
    view.achievements_unlocked = std::move(earned.achievements_unlocked);
    co_return view;
}

Task<Result<UndoView>> undo_review(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto last = co_await latest_review(work, user);
    if (!last) co_return fail(Fault::conflict, "There is no review to undo.");
    const auto card = co_await find_card(work, user, last->card);
    const auto record = restored(last->logged.before, card->record);
    co_await save_undone(work, user, *last, record, now);
    const auto taken = co_await take_back_review(work, user, last->logged);
    const auto& review = last->logged.review;
    UndoView view{
        .word = card->word, .rating = review.rating, .reviewed_at = to_rfc3339(review.at)};
    view.word.schedule = schedule_view(record);
    view.xp_taken_back = -taken.xp_earned;
    view.current_streak = streak_on(taken.streak, learner->day(now));
    co_return view;
}

}  // namespace lexi::vocabulary
