#include "app/lessons/store.hpp"

#include <algorithm>

#include "app/lessons/rules.hpp"
#include "lessons_sql.hpp"

namespace lexi::lessons {
namespace {

template <class T>
T from_json(const Row& row, const char* name) {
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    T value{};
    const auto text = column::text(row, name);
    if (glz::read<lenient>(value, text)) {
        throw std::logic_error(std::string("unexpected JSON in column ") + name);
    }
    return value;
}

std::optional<std::int64_t> maybe_integer(const Row& row, const char* name) {
    if (column::is_null(row, name)) return std::nullopt;
    return column::integer(row, name);
}

ExerciseView exercise_of(const Row& row) {
    ExerciseView view{.id = column::text(row, "id"),
                      .kind = column::text(row, "kind"),
                      .prompt = column::text(row, "prompt"),
                      .prompt_vi = column::maybe_text(row, "prompt_vi"),
                      .choices = from_json<std::vector<std::string>>(row, "choices"),
                      .tokens = from_json<std::vector<std::string>>(row, "tokens"),
                      .lefts = {},
                      .rights = {},
                      .audio_text = column::maybe_text(row, "audio_text"),
                      .has_hint = column::flag(row, "has_hint")};
    for (auto& [left, right] : from_json<std::vector<grading::Pair>>(row, "pairs")) {
        view.lefts.push_back(std::move(left));
        view.rights.push_back(std::move(right));
    }
    std::ranges::sort(view.rights);  // an order that says nothing about the pairs
    return view;
}

AttemptSums sums_of(const Row& row) {
    return {.total = column::integer(row, "total_exercises"),
            .answered = column::integer(row, "answered"),
            .correct = column::integer(row, "correct"),
            .points = column::integer(row, "points"),
            .hints = column::integer(row, "hints")};
}

AttemptStatus status_of(const Row& row) {
    if (column::flag(row, "is_completed")) return AttemptStatus::completed;
    return column::flag(row, "is_abandoned") ? AttemptStatus::abandoned : AttemptStatus::open;
}

grading::Key key_of(const Row& row) {
    return {.kind = column::text(row, "kind"),
            .answer = column::text(row, "answer"),
            .alternatives = from_json<std::vector<std::string>>(row, "alternatives"),
            .pairs = from_json<std::vector<grading::Pair>>(row, "pairs"),
            .choices = from_json<std::vector<std::string>>(row, "choices")};
}

}  // namespace

ScoreSoFar score_of(const AttemptSums& sums) {
    return {.answered = sums.answered,
            .correct = sums.correct,
            .total = sums.total,
            .percentage = percentage(sums.points, sums.total),
            .hints = sums.hints};
}

Task<std::optional<LessonView>> find_lesson(UnitOfWork& work, Uuid user, Uuid lesson) {
    const auto rows = co_await work.run(sql::find_lesson, user, lesson);
    if (rows.empty()) co_return std::nullopt;
    const auto row = rows[0];
    co_return LessonView{.id = column::text(row, "id"),
                         .course_id = column::text(row, "course_id"),
                         .unit_id = column::text(row, "unit_id"),
                         .title = column::text(row, "title"),
                         .title_vi = column::maybe_text(row, "title_vi"),
                         .description = column::text(row, "description"),
                         .order_index = column::integer(row, "order_index"),
                         .estimated_minutes = column::integer(row, "estimated_minutes"),
                         .edition = column::integer(row, "edition"),
                         .is_locked = column::flag(row, "is_locked"),
                         .is_completed = column::flag(row, "is_completed"),
                         .best_score = maybe_integer(row, "best_score"),
                         .stars = column::integer(row, "stars"),
                         .content = from_json<LessonContent>(row, "content"),
                         .exercises = {}};
}

Task<std::vector<ExerciseView>> list_exercises(UnitOfWork& work, Uuid lesson) {
    const auto rows = co_await work.run(sql::list_exercises, lesson);
    std::vector<ExerciseView> exercises;
    for (const auto& row : rows) exercises.push_back(exercise_of(row));
    co_return exercises;
}

Task<std::optional<Uuid>> find_open_attempt(UnitOfWork& work, Uuid user, Uuid lesson) {
    const auto rows = co_await work.run(sql::find_open_attempt, user, lesson);
    if (rows.empty()) co_return std::nullopt;
    co_return column::uuid(rows[0], "id");
}

Task<Rows> abandon_attempt(UnitOfWork& work, Uuid user, Uuid attempt, Instant now) {
    return work.run(sql::abandon_attempt, user, attempt, now);
}

Task<Uuid> add_attempt(UnitOfWork& work, Uuid user, Uuid lesson, std::int64_t edition,
                       Instant now) {
    const auto rows = co_await work.run(sql::add_attempt, user, lesson, edition, now);
    co_return column::uuid(rows[0], "id");
}

Task<std::optional<AttemptView>> find_attempt(UnitOfWork& work, Uuid user, Uuid attempt) {
    const auto rows = co_await work.run(sql::find_attempt, user, attempt);
    if (rows.empty()) co_return std::nullopt;
    const auto row = rows[0];
    const auto sums = sums_of(row);
    AttemptView view{.id = attempt.str(),
                     .lesson_id = column::text(row, "lesson_id"),
                     .status = status_of(row),
                     .is_resumed = false,
                     .edition = column::integer(row, "edition"),
                     .total_exercises = sums.total,
                     .started_at = to_rfc3339(column::instant(row, "started_at")),
                     .score = score_of(sums),
                     .answered = {},
                     .hinted = {},
                     .exercises = {}};
    const auto exercises = co_await work.run(sql::list_attempt_exercises, user, attempt);
    for (const auto& exercise : exercises) {
        view.exercises.push_back(exercise_of(exercise));
        const auto& id = view.exercises.back().id;
        if (!column::is_null(exercise, "is_correct")) {
            view.answered.push_back({.exercise_id = id,
                                     .is_correct = column::flag(exercise, "is_correct"),
                                     .points = column::integer(exercise, "points")});
        }
        if (column::flag(exercise, "is_hinted")) view.hinted.push_back(id);
    }
    co_return view;
}

Task<std::optional<OpenExercise>> open_exercise(UnitOfWork& work, Uuid user, Uuid attempt,
                                                Uuid exercise) {
    const auto rows = co_await work.run(sql::open_exercise, user, attempt, exercise);
    if (rows.empty()) co_return std::nullopt;
    const auto row = rows[0];
    OpenExercise found{.is_closed = column::flag(row, "is_closed"),
                       .is_answered = column::flag(row, "is_answered"),
                       .is_hinted = column::flag(row, "is_hinted"),
                       .is_known = !column::is_null(row, "kind"),
                       .prompt = {},
                       .explanation_vi = {},
                       .hint_vi = {}};
    if (!found.is_known) co_return found;
    found.key = key_of(row);
    found.prompt = column::text(row, "prompt");
    found.explanation_vi = column::maybe_text(row, "explanation_vi");
    found.hint_vi = column::maybe_text(row, "hint_vi");
    co_return found;
}

Task<std::optional<AttemptSums>> add_answer(UnitOfWork& work, Uuid user, AnswerRow answer,
                                            Instant now) {
    const auto rows = co_await work.run(sql::add_answer, user, answer.attempt_id,
                                        answer.exercise_id, answer.answer, answer.is_correct,
                                        answer.has_typo, answer.points, answer.time_spent_ms, now,
                                        answer.day, answer.client_score, answer.analysis_id);
    if (rows.empty()) co_return std::nullopt;
    co_return sums_of(rows[0]);
}

Task<Rows> add_hint(UnitOfWork& work, Uuid user, Uuid attempt, Uuid exercise, Instant now) {
    return work.run(sql::add_hint, user, attempt, exercise, now);
}

Task<std::optional<Standing>> open_completion(UnitOfWork& work, Uuid user, Uuid lesson,
                                              std::optional<Uuid> attempt) {
    const auto rows = co_await work.run(sql::open_completion, user, lesson, attempt);
    if (rows.empty()) co_return std::nullopt;
    const auto row = rows[0];
    co_return Standing{.lesson_id = lesson,
                       .course_id = column::uuid(row, "course_id"),
                       .is_offered = column::flag(row, "is_offered"),
                       .is_locked = column::flag(row, "is_locked"),
                       .is_completed = column::flag(row, "is_completed"),
                       .best_score = column::integer(row, "best_score"),
                       .total_exercises = column::integer(row, "total_exercises"),
                       .has_attempt = column::flag(row, "has_attempt"),
                       .is_closed = column::flag(row, "is_closed"),
                       .is_abandoned = column::flag(row, "is_abandoned"),
                       .attempt_exercises = column::integer(row, "attempt_exercises"),
                       .points = column::integer(row, "points"),
                       .hints = column::integer(row, "hints")};
}

Task<ProgressRow> save_progress(UnitOfWork& work, Uuid user, Standing standing,
                                ProgressChange change, Instant now) {
    const auto rows = co_await work.run(
        sql::save_progress, user, standing.lesson_id, standing.course_id, change.completed,
        change.score, change.stars, change.time_spent_seconds, change.attempts, change.closes, now);
    const auto row = rows[0];
    const auto completed_at = column::maybe_instant(row, "completed_at");
    ProgressRow out{.lesson_id = standing.lesson_id.str(),
                    .course_id = standing.course_id.str(),
                    .status = column::text(row, "status"),
                    .score = column::integer(row, "score"),
                    .stars = column::integer(row, "stars"),
                    .completed_at = {},
                    .time_spent_seconds = column::integer(row, "time_spent_seconds"),
                    .attempts = column::integer(row, "attempts"),
                    .is_course_completed = column::flag(row, "is_course_completed"),
                    .xp_earned = 0,
                    .achievements_unlocked = {},
                    .streak = {}};
    if (completed_at) out.completed_at = to_rfc3339(*completed_at);
    co_return out;
}

}  // namespace lexi::lessons
