#include "app/vocabulary/review_store.hpp"

#include "vocabulary_sql.hpp"

namespace lexi::vocabulary {

// Rows on their way into a statement, as JSON. (Not in an unnamed namespace: glaze reflects them.)
namespace json {

struct Id {
    std::string id;
};

struct Place {
    std::string card, at, id;
};

struct CardRow {
    std::string id, status;
    int review_count;
    std::string due;
    double ease;
    int interval, sm2_interval, sm2_repetitions, state;
    std::size_t step;
    std::optional<double> stability, difficulty;
    std::optional<std::string> last_review;
    int lapses;
};

struct LogRow {
    std::string id, card_id;
    int rating;
    std::optional<int> quality;
    std::string reviewed_at, day;
    std::optional<std::int64_t> time_spent_ms;
    int state_before;
    std::size_t step_before;
    std::optional<double> stability_before, difficulty_before;
    std::optional<std::string> last_review_before;
    std::string due_before;
    int interval_before;
    double ease_before;
    int sm2_interval_before, sm2_repetitions_before, review_count_before, lapses_before;
    double stability_after, difficulty_after;
    int interval_days;
};

struct DayRow {
    std::string day;
    int introduced, learning, young, mature, young_recalled, mature_recalled;
};

}  // namespace json

namespace {

template <class T>
std::string text_of(const T& value) {
    return glz::write_json(value).value_or("[]");
}

// To the microsecond, as the database keeps it.
std::string time_text(Instant at) { return Param(at).text().value(); }

std::optional<std::string> time_text(std::optional<Instant> at) {
    if (!at) return std::nullopt;
    return time_text(*at);
}

std::optional<double> stability_of(const CardRecord& card) {
    return card.fsrs.memory.transform([](const Memory& m) { return m.stability; });
}

std::optional<double> difficulty_of(const CardRecord& card) {
    return card.fsrs.memory.transform([](const Memory& m) { return m.difficulty; });
}

json::CardRow card_row(const Uuid& id, const CardRecord& card) {
    return {.id = id.str(),
            .status = status_name(status_of(card)),
            .review_count = card.review_count,
            .due = time_text(card.fsrs.due),
            .ease = card.sm2.ease_factor,
            .interval = card.interval_days,
            .sm2_interval = card.sm2.interval_days,
            .sm2_repetitions = card.sm2.repetitions,
            .state = static_cast<int>(card.fsrs.state),
            .step = card.fsrs.step,
            .stability = stability_of(card),
            .difficulty = difficulty_of(card),
            .last_review = time_text(card.fsrs.last_review),
            .lapses = card.lapses};
}

json::LogRow log_row(const Uuid& card, const Step& step) {
    const auto& [review, before, after, counted_as] = step;
    return {.id = review.id.str(),
            .card_id = card.str(),
            .rating = static_cast<int>(review.rating),
            .quality = review.quality,
            .reviewed_at = time_text(review.at),
            .day = day_text(review.day),
            .time_spent_ms = review.time_spent_ms,
            .state_before = static_cast<int>(before.fsrs.state),
            .step_before = before.fsrs.step,
            .stability_before = stability_of(before),
            .difficulty_before = difficulty_of(before),
            .last_review_before = time_text(before.fsrs.last_review),
            .due_before = time_text(before.fsrs.due),
            .interval_before = before.interval_days,
            .ease_before = before.sm2.ease_factor,
            .sm2_interval_before = before.sm2.interval_days,
            .sm2_repetitions_before = before.sm2.repetitions,
            .review_count_before = before.review_count,
            .lapses_before = before.lapses,
            .stability_after = after.card.fsrs.memory.value().stability,
            .difficulty_after = after.card.fsrs.memory.value().difficulty,
            .interval_days = after.card.interval_days};
}

json::DayRow day_row(Day day, const DayCount& count) {
    return {.day = day_text(day),
            .introduced = count.introduced,
            .learning = count.learning,
            .young = count.young,
            .mature = count.mature,
            .young_recalled = count.young_recalled,
            .mature_recalled = count.mature_recalled};
}

std::vector<json::DayRow> day_rows(const std::vector<CardChange>& changes) {
    std::map<Day, DayCount> days;
    for (const auto& change : changes) {
        for (const auto& step : change.steps) {
            auto& count = days[step.review.day];
            count += count_of(step.before, step.review.rating);
            if (step.counted_as) count += -count_of(*step.counted_as, step.review.rating);
        }
    }
    std::vector<json::DayRow> rows;
    for (const auto& [day, count] : days) {
        if (count != DayCount{}) rows.push_back(day_row(day, count));
    }
    return rows;
}

CardRecord record_before(const Row& row) {
    CardRecord r;
    r.fsrs.state = static_cast<State>(column::integer(row, "state_before"));
    r.fsrs.step = static_cast<std::size_t>(column::integer(row, "step_before"));
    if (const auto s = column::maybe_real(row, "stability_before")) {
        r.fsrs.memory = Memory{*s, column::real(row, "difficulty_before")};
    }
    r.fsrs.last_review = column::maybe_instant(row, "last_review_before");
    r.fsrs.due = column::instant(row, "due_before");
    r.sm2 = {.ease_factor = column::real(row, "ease_before"),
             .interval_days = column::integer(row, "sm2_interval_before"),
             .repetitions = column::integer(row, "sm2_repetitions_before")};
    r.interval_days = column::integer(row, "interval_before");
    r.review_count = column::integer(row, "review_count_before");
    r.lapses = column::integer(row, "lapses_before");
    return r;
}

CardReview review_of(const Row& row) {
    Review review{.id = column::uuid(row, "id"),
                  .rating = static_cast<Rating>(column::integer(row, "rating")),
                  .at = column::instant(row, "reviewed_at"),
                  .day = column::day(row, "day")};
    if (!column::is_null(row, "quality")) review.quality = column::integer(row, "quality");
    if (!column::is_null(row, "time_spent_ms")) {
        review.time_spent_ms = column::bigint(row, "time_spent_ms");
    }
    return {.card = column::uuid(row, "card_id"),
            .logged = {.review = std::move(review), .before = record_before(row)}};
}

}  // namespace

Task<std::map<Uuid, Uuid>> find_logged(UnitOfWork& work, Uuid user, std::vector<Uuid> ids) {
    std::vector<json::Id> asked;
    for (const auto& id : ids) asked.push_back({id.str()});
    const auto rows = co_await work.run(sql::find_logged, user, text_of(asked));
    std::map<Uuid, Uuid> cards;
    for (const auto& row : rows) {
        cards.emplace(column::uuid(row, "id"), column::uuid(row, "card_id"));
    }
    co_return cards;
}

Task<std::vector<CardReview>> later_reviews(UnitOfWork& work, Uuid user,
                                            std::vector<LogPlace> places) {
    std::vector<json::Place> asked;
    for (const auto& place : places) {
        asked.push_back({place.card.str(), time_text(place.at), place.id.str()});
    }
    const auto rows = co_await work.run(sql::later_reviews, user, text_of(asked));
    std::vector<CardReview> reviews;
    for (const auto& row : rows) reviews.push_back(review_of(row));
    co_return reviews;
}

Task<std::optional<CardReview>> latest_review(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::latest_review, user);
    if (rows.empty()) co_return std::nullopt;
    co_return review_of(rows[0]);
}

Task<Rows> save_reviews(UnitOfWork& work, Uuid user, std::vector<CardChange> changes) {
    std::vector<json::CardRow> cards;
    std::vector<json::LogRow> log;
    for (const auto& change : changes) {
        cards.push_back(card_row(change.card, change.after));
        for (const auto& step : change.steps) log.push_back(log_row(change.card, step));
    }
    return work.run(sql::save_reviews, user, text_of(cards), text_of(log),
                    text_of(day_rows(changes)));
}

Task<Rows> save_undone(UnitOfWork& work, Uuid user, CardReview undone, CardRecord card,
                       Instant now) {
    const auto& review = undone.logged.review;
    co_await work.run(sql::mark_undone, user, review.id, now);
    const std::vector<json::CardRow> cards = {card_row(undone.card, card)};
    const std::vector<json::DayRow> days = {
        day_row(review.day, -count_of(undone.logged.before, review.rating))};
    auto rows = co_await work.run(sql::save_reviews, user, text_of(cards), "[]", text_of(days));
    co_return rows;
}

Task<std::vector<std::int64_t>> due_between(UnitOfWork& work, Uuid user, Instant from,
                                            Range range) {
    const auto size = range.high - range.low + 1;
    std::vector<std::int64_t> due(static_cast<std::size_t>(size));
    const auto rows =
        co_await work.run(sql::due_between, user, from, from + std::chrono::days(size));
    for (const auto& row : rows) {
        due.at(static_cast<std::size_t>(column::integer(row, "day"))) = column::bigint(row, "due");
    }
    co_return due;
}

}  // namespace lexi::vocabulary
