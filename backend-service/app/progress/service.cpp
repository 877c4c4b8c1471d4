#include "app/progress/service.hpp"

#include <algorithm>

#include "app/core/learner_day.hpp"
#include "app/core/past_time.hpp"
#include "app/core/rewards.hpp"
#include "app/progress/store.hpp"

namespace lexi::progress {
namespace {

std::unexpected<Problem> no_lesson() { return fail(Fault::not_found, "There is no such lesson."); }

StreakPart shown(const Streak& streak, Day today) {
    return {.current_streak = streak_on(streak, today),
            .longest_streak = streak.longest,
            .is_active_today = active_on(streak, today)};
}

Task<Result<AttemptView>> started(UnitOfWork& work, Uuid user, Uuid id, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto lesson = co_await find_lesson(work, user, id);
    if (!lesson) co_return no_lesson();
    if (lesson->is_locked)
        co_return fail(Fault::conflict, "Finish the lesson before this one first.");
    auto attempt = co_await add_attempt(work, user, *lesson, now);
    co_return attempt;
}

// What is stored of an answer, as one text.
std::string stored_answer(const AnswerBody& body) {
    if (body.answer) return *body.answer;
    return glz::write_json(body.pairs).value_or("");
}

Result<grading::Given> given(const grading::Key& key, const AnswerBody& body) {
    const bool matching = key.kind == "matching";
    if (matching && !body.pairs) return fail_field("pairs", "is required for a matching exercise");
    if (!matching && !body.answer) return fail_field("answer", "is required");
    return grading::Given{.text = body.answer.value_or(""),
                          .pairs = body.pairs.value_or(std::map<std::string, std::string>{})};
}

Task<Result<AnswerView>> answered(UnitOfWork& work, Uuid user, Uuid id, AnswerBody body,
                                  Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto attempt = co_await lock_attempt(work, user, id);
    if (!attempt) co_return fail(Fault::not_found, "There is no such attempt.");
    if (attempt->completed) co_return fail(Fault::conflict, "This attempt is completed.");
    const auto exercise =
        Uuid::parse(body.exercise_id).value();  // its form was checked at the edge
    const auto found = co_await find_exercise(work, attempt->lesson_id, exercise);
    if (!found) co_return fail_field("exercise_id", "is no exercise of this lesson");
    const auto input = given(found->key, body);
    if (!input) co_return std::unexpected(input.error());
    auto verdict = grading::grade(found->key, *input);
    AnswerRow row{.attempt_id = id,
                  .exercise_id = exercise,
                  .answer = stored_answer(body),
                  .is_correct = verdict.correct,
                  .has_typo = verdict.typo,
                  .time_spent_ms = body.time_spent_ms.value_or(0),
                  .day = learner->day(now)};
    const bool added = co_await add_answer(work, user, std::move(row), now);
    if (!added)
        co_return fail(Fault::conflict, "This exercise was answered before in this attempt.");
    co_await reward(work, user,
                    Deed{.day = learner->day(now),
                         .at = now,
                         .prizes = {},
                         .tally = {.answers = 1, .answers_correct = verdict.correct ? 1 : 0}});
    const auto score = co_await score_of(work, user, id);
    co_return AnswerView{.is_correct = verdict.correct,
                         .has_typo = verdict.typo,
                         .correct_answer = std::move(verdict.expected),
                         .explanation = found->explanation_vi,
                         .diff = std::move(verdict.diff),
                         .score = score};
}

// What a completion claims, checked against what is stored.
Task<Result<ProgressChange>> claimed(UnitOfWork& work, Uuid user, LessonState lesson,
                                     CompletionBody body, Instant now) {
    ProgressChange change{.time_spent_seconds = body.time_spent_seconds.value_or(0)};
    if (body.status == ProgressStatus::in_progress) co_return change;
    if (lesson.total_exercises == 0) {
        if (!body.score)
            co_return fail_field("score", "is required for a lesson without exercises");
        change.score = *body.score;
        change.attempts = 1;
        change.completed = change.score >= kPassMark;
        co_return change;
    }
    if (!body.attempt_id)
        co_return fail_field("attempt_id", "is required for a lesson with exercises");
    const auto id = Uuid::parse(*body.attempt_id).value();  // its form was checked at the edge
    const auto attempt = co_await lock_attempt(work, user, id);
    if (!attempt || attempt->lesson_id != lesson.id) {
        co_return fail(Fault::not_found, "There is no such attempt at this lesson.");
    }
    if (attempt->completed) co_return ProgressChange{};  // said before: nothing to add
    co_await complete_attempt(work, user, id, now);
    change.score = attempt->score.percentage;
    change.attempts = 1;
    change.completed = change.score >= kPassMark;
    co_return change;
}

Deed deed_of(const LessonState& before, const ProgressChange& change, Day day, Instant now) {
    Deed deed{.day = day, .at = now, .prizes = {}};
    deed.tally.skill = "lessons";
    deed.tally.seconds = static_cast<int>(change.time_spent_seconds);
    if (change.completed && !before.is_completed) {
        deed.prizes.push_back({"lesson:" + before.id.str(), kLessonXp});
        deed.tally.lessons = 1;
    }
    if (change.score == 100 && before.best_score < 100) {
        deed.prizes.push_back({"lesson-perfect:" + before.id.str(), kPerfectXp});
        deed.tally.perfect_lessons = 1;
    }
    return deed;
}

Task<Result<ProgressRow>> completed(UnitOfWork& work, Uuid user, Uuid id, CompletionBody body,
                                    Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto lesson = co_await find_lesson(work, user, id);
    if (!lesson) co_return no_lesson();
    if (lesson->is_locked)
        co_return fail(Fault::conflict, "Finish the lesson before this one first.");
    const auto change = co_await claimed(work, user, *lesson, std::move(body), now);
    if (!change) co_return std::unexpected(change.error());
    auto row = co_await save_progress(work, user, *lesson, *change, now);
    const Day today = learner->day(now);
    auto deed = deed_of(*lesson, *change, today, now);
    if (deed.tally.lessons > 0) {
        const bool last = co_await finishes_course(work, user, lesson->course_id);
        if (last) {
            deed.prizes.push_back({"course:" + lesson->course_id.str(), kCourseXp});
            deed.tally.courses = 1;
        }
    }
    auto earned = co_await reward(work, user, std::move(deed));
    row.xp_earned = earned.xp_earned;
    row.achievements_unlocked = std::move(earned.achievements_unlocked);
    row.streak = shown(earned.streak, today);
    co_return row;
}

Result<Instant> activity_time(const ActivityBody& body, Instant now) {
    if (!body.occurred_at) return now;
    return past_time("occurred_at", *body.occurred_at, now, std::chrono::days(30));
}

std::string type_text(ActivityType type) {
    auto json = glz::write_json(type).value_or("\"other\"");
    return json.substr(1, json.size() - 2);
}

Task<Result<ActivityView>> recorded(UnitOfWork& work, Uuid user, ActivityBody body, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto at = activity_time(body, now);
    if (!at) co_return std::unexpected(at.error());
    const Day day = learner->day(*at);
    const auto id = Uuid::random();
    ActivityRow row{.id = id,
                    .type = type_text(body.activity_type),
                    .seconds = body.duration,
                    .day = day,
                    .at = *at};
    co_await add_activity(work, user, std::move(row));
    const auto xp = static_cast<int>(std::min<std::int64_t>(body.duration / 60, kActivityXpLimit));
    Deed deed{.day = day, .at = *at, .prizes = {{.source = "activity:" + id.str(), .amount = xp}}};
    deed.tally.skill = type_text(body.activity_type);
    deed.tally.seconds = static_cast<int>(body.duration);
    auto earned = co_await reward(work, user, std::move(deed));
    co_return ActivityView{.id = id.str(),
                           .activity_type = body.activity_type,
                           .duration = body.duration,
                           .occurred_at = to_rfc3339(*at),
                           .xp_earned = earned.xp_earned,
                           .streak = shown(earned.streak, learner->day(now)),
                           .achievements_unlocked = std::move(earned.achievements_unlocked)};
}

Task<Result<ProgressView>> overview_of(UnitOfWork& work, Uuid user, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    ProgressView view;
    view.summary = co_await load_summary(work, user);
    const auto streak = co_await load_streak(work, user);
    view.summary.current_streak = streak_on(streak, learner->day(now));
    view.course_progress = co_await load_courses(work, user);
    view.recent_activity = co_await load_recent(work, user);
    co_return view;
}

// How many days a range has; `all` has no beginning, and its days are those of a year.
std::chrono::days length_of(Range range) {
    switch (range) {
        case Range::week:
            return std::chrono::days(7);
        case Range::month:
            return std::chrono::days(30);
        case Range::quarter:
            return std::chrono::days(90);
        case Range::year:
        case Range::all:
            return std::chrono::days(365);
    }
    std::unreachable();
}

Task<Result<Stats>> stats_of(UnitOfWork& work, Uuid user, Range range, Instant now) {
    const auto learner = co_await load_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const Day today = learner->day(now);
    const Day from = today - length_of(range) + std::chrono::days(1);
    std::optional<Day> since;
    if (range != Range::all) since = from;
    auto stats = co_await load_sums(work, user, since);
    stats.days = co_await load_days(work, user, from, today);
    co_return stats;
}

}  // namespace

Task<Result<http::Reply<AttemptView>>> ProgressService::start(http::Request request, Uuid lesson) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<AttemptView> effect = [user, lesson, now](UnitOfWork& work) {
        return started(work, user, lesson, now);
    };
    return once<AttemptView>(db_, std::move(request), "progress.start", std::move(effect), 201);
}

Task<Result<http::Reply<AnswerView>>> ProgressService::answer(http::Request request, Uuid attempt,
                                                              AnswerBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<AnswerView> effect = [user, attempt, body = std::move(body), now](UnitOfWork& work) {
        return answered(work, user, attempt, body, now);
    };
    return once<AnswerView>(db_, std::move(request), "progress.answer", std::move(effect));
}

Task<Result<http::Reply<ProgressRow>>> ProgressService::complete(http::Request request, Uuid lesson,
                                                                 CompletionBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<ProgressRow> effect = [user, lesson, body = std::move(body), now](UnitOfWork& work) {
        return completed(work, user, lesson, body, now);
    };
    return once<ProgressRow>(db_, std::move(request), "progress.complete", std::move(effect));
}

Task<Result<http::Reply<ActivityView>>> ProgressService::record(http::Request request,
                                                                ActivityBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<ActivityView> effect = [user, body = std::move(body), now](UnitOfWork& work) {
        return recorded(work, user, body, now);
    };
    return once<ActivityView>(db_, std::move(request), "progress.activity", std::move(effect));
}

Task<Result<ProgressView>> ProgressService::overview(Uuid user, Instant now) {
    return db_.read<ProgressView>(
        [user, now](UnitOfWork& work) { return overview_of(work, user, now); });
}

Task<Result<Stats>> ProgressService::stats(Uuid user, Range range, Instant now) {
    return db_.read<Stats>(
        [user, range, now](UnitOfWork& work) { return stats_of(work, user, range, now); });
}

}  // namespace lexi::progress
