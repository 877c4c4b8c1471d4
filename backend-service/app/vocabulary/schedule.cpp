#include "app/vocabulary/schedule.hpp"

#include <format>

#include "kit/ids.hpp"

namespace lexi::vocabulary {
namespace {

Status status_after(const CardRecord& card) {
    if (card.fsrs.state != State::review) return Status::learning;
    return card.interval_days >= kMasteredDays ? Status::mastered : Status::reviewing;
}

}  // namespace

Outcome next_card(const Settings& settings, const CardRecord& before, Answer answer, Instant now,
                  std::optional<double> fuzz) {
    Schedule schedule;
    schedule.desired_retention = settings.desired_retention;
    const auto reviewed = review(schedule, before.fsrs, answer.rating, now, fuzz);
    Outcome out{.card = before, .interval = reviewed.interval};
    out.card.fsrs = reviewed.card;
    out.card.sm2 = sm2_review(before.sm2, answer.quality);
    out.card.interval_days = reviewed.interval_days;
    if (settings.scheduler == Scheduler::sm2 && reviewed.card.state == State::review) {
        out.card.interval_days = out.card.sm2.interval_days;
        out.interval = std::chrono::days(out.card.interval_days);
        out.card.fsrs.due = now + out.interval;
    }
    out.card.review_count = before.review_count + 1;
    if (before.fsrs.state == State::review && answer.rating == Rating::again) ++out.card.lapses;
    out.card.status = status_after(out.card);
    return out;
}

Previews previews(const Settings& settings, const CardRecord& card, Instant now) {
    const auto after = [&](Rating rating) {
        const Answer answer{.rating = rating, .quality = quality_of(rating)};
        return next_card(settings, card, answer, now, std::nullopt).interval.count();
    };
    return {.again = after(Rating::again),
            .hard = after(Rating::hard),
            .good = after(Rating::good),
            .easy = after(Rating::easy)};
}

double fuzz_draw(std::string_view card_id, int review_count) {
    const auto hash = sha256_hex(std::format("{}/{}", card_id, review_count));
    const auto number = std::stoull(hash.substr(0, 13), nullptr, 16);  // 52 bits: exact in a double
    return static_cast<double>(number) / static_cast<double>(1ULL << 52);
}

bool is_leech(int lapses) { return lapses >= kLeechLapses; }

ScheduleView schedule_view(const CardRecord& r) {
    ScheduleView view{.status = r.status,
                      .state = r.fsrs.state,
                      .review_count = r.review_count,
                      .lapses = r.lapses,
                      .next_review_at = to_rfc3339(r.fsrs.due),
                      .last_review_at = {},
                      .interval_days = r.interval_days,
                      .ease_factor = r.sm2.ease_factor,
                      .stability = {},
                      .difficulty = {},
                      .is_leech = is_leech(r.lapses)};
    if (r.fsrs.last_review) view.last_review_at = to_rfc3339(*r.fsrs.last_review);
    if (r.fsrs.memory) {
        view.stability = r.fsrs.memory->stability;
        view.difficulty = r.fsrs.memory->difficulty;
    }
    return view;
}

}  // namespace lexi::vocabulary
