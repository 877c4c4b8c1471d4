#pragma once
#include "app/core/database.hpp"
#include "app/progress/schema.hpp"

namespace lexi::progress {

struct LessonState {
    Uuid id;
    Uuid course_id;
    bool is_locked = false;
    std::int64_t total_exercises = 0;
    bool is_completed = false;
    std::int64_t best_score = 0;
};

struct AttemptState {
    Uuid id;
    Uuid lesson_id;
    bool completed = false;
    ScoreSoFar score;
};

struct ExerciseKey {
    grading::Key key;
    std::optional<std::string> explanation_vi;
};

struct AnswerRow {
    Uuid attempt_id;
    Uuid exercise_id;
    std::string answer;
    bool is_correct = false;
    bool has_typo = false;
    std::int64_t time_spent_ms = 0;
    Day day;  // the learner's
};

struct ProgressChange {
    bool completed = false;
    std::int64_t score = 0;
    std::int64_t time_spent_seconds = 0;
    std::int64_t attempts = 0;  // to add
};

struct ActivityRow {
    Uuid id;
    std::string type;
    std::int64_t seconds = 0;
    Day day;
    Instant at;
};

Task<std::optional<LessonState>> find_lesson(UnitOfWork& work, Uuid user, Uuid lesson);
Task<AttemptView> add_attempt(UnitOfWork& work, Uuid user, LessonState lesson, Instant now);
/// Locked until the end of `work`.
Task<std::optional<AttemptState>> lock_attempt(UnitOfWork& work, Uuid user, Uuid attempt);
Task<std::optional<ExerciseKey>> find_exercise(UnitOfWork& work, Uuid lesson, Uuid exercise);
/// False where the exercise was answered before in this attempt.
Task<bool> add_answer(UnitOfWork& work, Uuid user, AnswerRow answer, Instant now);
Task<ScoreSoFar> score_of(UnitOfWork& work, Uuid user, Uuid attempt);
Task<Rows> complete_attempt(UnitOfWork& work, Uuid user, Uuid attempt, Instant now);
Task<ProgressRow> save_progress(UnitOfWork& work, Uuid user, LessonState lesson,
                                ProgressChange change, Instant now);
Task<Rows> add_activity(UnitOfWork& work, Uuid user, ActivityRow activity);

Task<Summary> load_summary(UnitOfWork& work, Uuid user);
Task<std::vector<CourseProgress>> load_courses(UnitOfWork& work, Uuid user);
Task<std::vector<RecentActivity>> load_recent(UnitOfWork& work, Uuid user);
/// One entry a day from `from` to `to`, with zeros where nothing happened.
Task<std::vector<DayStats>> load_days(UnitOfWork& work, Uuid user, Day from, Day to);
/// Everything but the days, from `from` on; without it, of all time.
Task<Stats> load_sums(UnitOfWork& work, Uuid user, std::optional<Day> from);
/// Is every lesson of the course completed now, and the course not paid yet?
Task<bool> finishes_course(UnitOfWork& work, Uuid user, Uuid course);

}  // namespace lexi::progress
