#include "app/vocabulary/schedule.hpp"

#include <algorithm>
#include <format>

#include "app/vocabulary/fsrs_optimizer.hpp"

namespace lexi::vocabulary {
namespace {

// SM-2 lets ease grow by a tenth at most with each answer; taking over FSRS's growth of a young
// word, which is far higher, would keep it for good.
constexpr double kMaxTakenEase = 3.0;

Sm2 sm2_beside_fsrs(const Schedule& schedule, const Reviewed& after) {
    const double ease =
        ease_from_memory(schedule.weights, *after.card.memory, schedule.desired_retention);
    const int days = after.interval_days;
    return {.ease_factor = std::min(ease, kMaxTakenEase),
            .interval_days = days,
            .repetitions = days == 0                   ? 0
                           : days < kSm2SecondInterval ? 1
                                                       : 2};
}

// SM-2 knows no learning steps: a word that was forgotten is asked again the day after.
void schedule_by_sm2(Outcome& out, const CardRecord& before, Answer answer, Instant now) {
    auto& card = out.card;
    card.sm2 = sm2_review(before.sm2, answer.quality);
    card.interval_days = card.sm2.interval_days;
    out.interval = std::chrono::days(card.interval_days);
    const bool learned = before.fsrs.state != State::learning;
    card.fsrs.step = 0;
    card.fsrs.due = now + out.interval;
    card.fsrs.state = answer.rating != Rating::again ? State::review
                      : learned                      ? State::relearning
                                                     : State::learning;
}

// A card that came from elsewhere has SM-2's numbers and no history to remember by.
Card with_memory(const Schedule& schedule, const CardRecord& record) {
    Card card = record.fsrs;
    if (!card.memory && card.last_review && record.sm2.interval_days > 0) {
        card.memory = memory_from_sm2(schedule.weights, record.sm2.ease_factor,
                                      record.sm2.interval_days, schedule.desired_retention);
    }
    return card;
}

}  // namespace

Schedule schedule_of(const Scheduling& settings) {
    Schedule schedule;
    schedule.desired_retention = settings.desired_retention;
    Weights fitted{};
    if (settings.fsrs_weights.size() == fitted.size()) {
        std::ranges::copy(settings.fsrs_weights, fitted.begin());
        if (are_weights(fitted)) schedule.weights = fitted;
    }
    return schedule;
}

Outcome next_card(const Scheduling& settings, const CardRecord& before, Answer answer, Instant now,
                  const Spread& spread) {
    const auto schedule = schedule_of(settings);
    const bool by_fsrs = settings.scheduler == Scheduler::fsrs;
    const auto reviewed = review(schedule, with_memory(schedule, before), answer.rating, now,
                                 by_fsrs ? spread : Spread{});
    Outcome out{.card = before, .interval = reviewed.interval};
    out.card.fsrs = reviewed.card;
    if (by_fsrs) {
        out.card.sm2 = sm2_beside_fsrs(schedule, reviewed);
        out.card.interval_days = reviewed.interval_days;
    } else {
        schedule_by_sm2(out, before, answer, now);
    }
    out.card.review_count = before.review_count + 1;
    if (before.fsrs.state == State::review && answer.rating == Rating::again) ++out.card.lapses;
    return out;
}

Previews previews(const Scheduling& settings, const CardRecord& card, Instant now) {
    const auto after = [&](Rating rating) {
        const Answer answer{.rating = rating, .quality = quality_of(rating)};
        return next_card(settings, card, answer, now).interval.count();
    };
    return {.again = after(Rating::again),
            .hard = after(Rating::hard),
            .good = after(Rating::good),
            .easy = after(Rating::easy)};
}

Status status_of(const CardRecord& card) {
    if (card.suspended || (is_leech(card.lapses) && !card.leech_pardoned)) return Status::suspended;
    if (card.fsrs.state != State::review) return Status::learning;
    return card.interval_days >= kMasteredDays ? Status::mastered : Status::reviewing;
}

bool is_leech(int lapses) { return lapses >= kLeechLapses; }

bool warns_of_leech(int lapses) {
    return is_leech(lapses) && (lapses - kLeechLapses) % kLeechAgain == 0;
}

LeechView leech_view(const CardRecord& card) {
    return {
        .lapses = card.lapses,
        .reason = std::format("Forgotten {} times after it was learned. Words like this cost more "
                              "time than they give: find a better example or picture for it, or "
                              "leave it for later.",
                              card.lapses),
        .reason_vi = std::format("Bạn đã quên từ này {} lần sau khi học thuộc. Hãy tìm một ví dụ "
                                 "hay hình ảnh dễ nhớ hơn, hoặc để dành từ này học sau.",
                                 card.lapses),
        .suspended = status_of(card) == Status::suspended};
}

ScheduleView schedule_view(const CardRecord& r) {
    ScheduleView view{.status = status_of(r),
                      .state = r.fsrs.state,
                      .review_count = r.review_count,
                      .lapses = r.lapses,
                      .next_review_at = to_rfc3339(r.fsrs.due),
                      .interval_days = r.interval_days,
                      .ease_factor = r.sm2.ease_factor,
                      .is_leech = is_leech(r.lapses)};
    if (r.fsrs.last_review) view.last_review_at = to_rfc3339(*r.fsrs.last_review);
    if (r.buried_until) view.buried_until = to_rfc3339(*r.buried_until);
    if (view.is_leech) view.leech = leech_view(r);
    if (r.fsrs.memory) {
        view.stability = r.fsrs.memory->stability;
        view.difficulty = r.fsrs.memory->difficulty;
    }
    return view;
}

}  // namespace lexi::vocabulary
