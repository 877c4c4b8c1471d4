#pragma once
#include "app/core/database.hpp"
#include "app/lessons/schema.hpp"

namespace lexi::lessons {

struct AttemptSums {
    std::int64_t total = 0;
    std::int64_t answered = 0;
    std::int64_t correct = 0;
    std::int64_t points = 0;
    std::int64_t hints = 0;
};

/// An exercise of an attempt, as it is graded, and what became of it so far.
struct OpenExercise {
    bool is_closed = false;  // the attempt
    bool is_answered = false;
    bool is_hinted = false;
    bool is_known = false;  // is it one of the attempt's?
    grading::Key key{};
    std::string prompt;
    std::optional<std::string> explanation_vi;
    std::optional<std::string> hint_vi;
};

struct AnswerRow {
    Uuid attempt_id;
    Uuid exercise_id;
    std::string answer;
    bool is_correct = false;
    bool has_typo = false;
    std::int64_t points = 0;
    std::int64_t time_spent_ms = 0;
    Day day;  // the learner's
    std::optional<std::int64_t> client_score{};
    std::optional<std::string> analysis_id{};
};

/// What a completion finds.
struct Standing {
    Uuid lesson_id;
    Uuid course_id;
    bool is_offered = false;
    bool is_locked = false;
    bool is_completed = false;
    std::int64_t best_score = 0;
    std::int64_t total_exercises = 0;
    bool has_attempt = false;
    bool is_closed = false;
    bool is_abandoned = false;
    std::int64_t attempt_exercises = 0;
    std::int64_t points = 0;
    std::int64_t hints = 0;
};

struct ProgressChange {
    bool completed = false;
    std::int64_t score = 0;
    std::int64_t stars = 0;
    std::int64_t time_spent_seconds = 0;
    std::int64_t attempts = 0;  // to add
    std::optional<Uuid> closes{};
};

Task<std::optional<LessonView>> find_lesson(UnitOfWork& work, Uuid user, Uuid lesson);
Task<std::vector<ExerciseView>> list_exercises(UnitOfWork& work, Uuid lesson);

Task<std::optional<Uuid>> find_open_attempt(UnitOfWork& work, Uuid user, Uuid lesson);
Task<Rows> abandon_attempt(UnitOfWork& work, Uuid user, Uuid attempt, Instant now);
Task<Uuid> add_attempt(UnitOfWork& work, Uuid user, Uuid lesson, std::int64_t edition, Instant now);
/// With its exercises, answers and hints.
Task<std::optional<AttemptView>> find_attempt(UnitOfWork& work, Uuid user, Uuid attempt);

/// Nothing without such an attempt.
Task<std::optional<OpenExercise>> open_exercise(UnitOfWork& work, Uuid user, Uuid attempt,
                                                Uuid exercise);
/// Nothing where the exercise was answered before.
Task<std::optional<AttemptSums>> add_answer(UnitOfWork& work, Uuid user, AnswerRow answer,
                                            Instant now);
Task<Rows> add_hint(UnitOfWork& work, Uuid user, Uuid attempt, Uuid exercise, Instant now);

Task<std::optional<Standing>> open_completion(UnitOfWork& work, Uuid user, Uuid lesson,
                                              std::optional<Uuid> attempt);
Task<ProgressRow> save_progress(UnitOfWork& work, Uuid user, Standing standing,
                                ProgressChange change, Instant now);

ScoreSoFar score_of(const AttemptSums& sums);

}  // namespace lexi::lessons
