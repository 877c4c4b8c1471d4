#include "app/progress/store.hpp"

#include <algorithm>

#include "progress_sql.hpp"

namespace lexi::progress {
namespace {

template <class T>
T from_json(const Row& row, const char* name) {
    T value{};
    const auto text = column::text(row, name);
    if (glz::read_json(value, text)) {
        throw std::logic_error(std::string("unexpected JSON in column ") + name);
    }
    return value;
}

ScoreSoFar score_from(const Row& row) {
    ScoreSoFar score{.answered = column::bigint(row, "answered"),
                     .correct = column::bigint(row, "correct"),
                     .total = column::bigint(row, "total_exercises")};
    // Rounded; an import may have changed the lesson while the attempt ran.
    if (score.total > 0) {
        const auto percent = (200 * score.correct + score.total) / (2 * score.total);
        score.percentage = std::min<std::int64_t>(percent, 100);
    }
    return score;
}

std::optional<double> share(const Row& row, const char* part, const char* whole) {
    const auto all = column::bigint(row, whole);
    if (all == 0) return std::nullopt;
    return static_cast<double>(column::bigint(row, part)) / static_cast<double>(all);
}

std::optional<std::string> time_text(const Row& row, const char* name) {
    const auto at = column::maybe_instant(row, name);
    if (!at) return std::nullopt;
    return to_rfc3339(*at);
}

}  // namespace

Task<std::optional<LessonState>> find_lesson(UnitOfWork& work, Uuid user, Uuid lesson) {
    const auto rows = co_await work.run(sql::find_lesson, user, lesson);
    if (rows.empty()) co_return std::nullopt;
    co_return LessonState{.id = lesson,
                          .course_id = column::uuid(rows[0], "course_id"),
                          .is_locked = column::flag(rows[0], "is_locked"),
                          .total_exercises = column::bigint(rows[0], "total_exercises"),
                          .is_completed = column::flag(rows[0], "is_completed"),
                          .best_score = column::integer(rows[0], "best_score")};
}

Task<AttemptView> add_attempt(UnitOfWork& work, Uuid user, LessonState lesson, Instant now) {
    const auto rows =
        co_await work.run(sql::add_attempt, user, lesson.id, lesson.total_exercises, now);
    co_return AttemptView{.id = column::text(rows[0], "id"),
                          .lesson_id = lesson.id.str(),
                          .total_exercises = lesson.total_exercises,
                          .started_at = to_rfc3339(now)};
}

Task<std::optional<AttemptState>> lock_attempt(UnitOfWork& work, Uuid user, Uuid attempt) {
    const auto rows = co_await work.run(sql::lock_attempt, user, attempt);
    if (rows.empty()) co_return std::nullopt;
    const auto score = co_await score_of(work, user, attempt);
    co_return AttemptState{.id = attempt,
                           .lesson_id = column::uuid(rows[0], "lesson_id"),
                           .completed = column::flag(rows[0], "completed"),
                           .score = score};
}

Task<std::optional<ExerciseKey>> find_exercise(UnitOfWork& work, Uuid lesson, Uuid exercise) {
    const auto rows = co_await work.run(sql::find_exercise, lesson, exercise);
    if (rows.empty()) co_return std::nullopt;
    const auto row = rows[0];
    co_return ExerciseKey{
        .key = {.kind = column::text(row, "kind"),
                .answer = column::text(row, "answer"),
                .alternatives = from_json<std::vector<std::string>>(row, "alternatives"),
                .pairs = from_json<std::vector<grading::Pair>>(row, "pairs"),
                .choices = from_json<std::vector<std::string>>(row, "choices")},
        .explanation_vi = column::maybe_text(row, "explanation_vi")};
}

Task<bool> add_answer(UnitOfWork& work, Uuid user, AnswerRow answer, Instant now) {
    const auto rows = co_await work.run(sql::add_answer, user, answer.attempt_id,
                                        answer.exercise_id, answer.answer, answer.is_correct,
                                        answer.has_typo, answer.time_spent_ms, now, answer.day);
    co_return !rows.empty();
}

Task<ScoreSoFar> score_of(UnitOfWork& work, Uuid user, Uuid attempt) {
    const auto rows = co_await work.run(sql::score_of, user, attempt);
    co_return score_from(rows[0]);
}

Task<Rows> complete_attempt(UnitOfWork& work, Uuid user, Uuid attempt, Instant now) {
    return work.run(sql::complete_attempt, user, attempt, now);
}

Task<ProgressRow> save_progress(UnitOfWork& work, Uuid user, LessonState lesson,
                                ProgressChange change, Instant now) {
    const auto rows =
        co_await work.run(sql::save_progress, user, lesson.id, lesson.course_id, change.completed,
                          change.score, change.time_spent_seconds, change.attempts, now);
    const auto row = rows[0];
    co_return ProgressRow{.lesson_id = lesson.id.str(),
                          .course_id = lesson.course_id.str(),
                          .status = column::text(row, "status"),
                          .score = column::integer(row, "score"),
                          .completed_at = time_text(row, "completed_at"),
                          .time_spent_seconds = column::integer(row, "time_spent_seconds"),
                          .attempts = column::integer(row, "attempts"),
                          .streak = {}};
}

Task<Rows> add_activity(UnitOfWork& work, Uuid user, ActivityRow activity) {
    return work.run(sql::add_activity, user, activity.id, activity.type, activity.seconds,
                    activity.day, activity.at);
}

Task<Summary> load_summary(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_summary, user);
    if (rows.empty()) co_return Summary{};
    const auto row = rows[0];
    co_return Summary{.total_xp = column::bigint(row, "total_xp"),
                      .lessons_completed = column::bigint(row, "lessons_completed"),
                      .courses_enrolled = column::bigint(row, "courses_enrolled"),
                      .words_learning = column::bigint(row, "words_learning"),
                      .time_spent_seconds = column::bigint(row, "time_spent_seconds")};
}

Task<std::vector<CourseProgress>> load_courses(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_courses, user);
    std::vector<CourseProgress> list;
    for (const auto& row : rows) {
        CourseProgress item{.course_id = column::text(row, "course_id"),
                            .title = column::text(row, "title"),
                            .completed_lessons = column::bigint(row, "completed_lessons"),
                            .total_lessons = column::bigint(row, "total_lessons")};
        if (item.total_lessons > 0) {
            item.progress_percentage = 100 * item.completed_lessons / item.total_lessons;
        }
        list.push_back(std::move(item));
    }
    co_return list;
}

Task<std::vector<RecentActivity>> load_recent(UnitOfWork& work, Uuid user) {
    const auto rows = co_await work.run(sql::load_recent, user);
    std::vector<RecentActivity> list;
    for (const auto& row : rows) {
        list.push_back({.kind = column::text(row, "kind"),
                        .title = column::text(row, "title"),
                        .occurred_at = to_rfc3339(column::instant(row, "occurred_at"))});
    }
    co_return list;
}

Task<std::vector<DayStats>> load_days(UnitOfWork& work, Uuid user, Day from, Day to) {
    const auto rows = co_await work.run(sql::load_days, user, from, to);
    std::vector<DayStats> days;
    for (const auto& row : rows) {
        days.push_back({.day = column::text(row, "day"),
                        .xp = column::bigint(row, "xp"),
                        .minutes = column::bigint(row, "minutes"),
                        .lessons = column::bigint(row, "lessons"),
                        .reviews = column::bigint(row, "reviews")});
    }
    co_return days;
}

Task<Stats> load_sums(UnitOfWork& work, Uuid user, std::optional<Day> from) {
    const auto rows = co_await work.run(from ? sql::sum_days : sql::load_totals, user, from);
    const auto row = rows[0];
    Stats stats{.xp = column::bigint(row, "xp"),
                .minutes = column::bigint(row, "seconds") / 60,
                .lessons = column::bigint(row, "lessons"),
                .reviews = column::bigint(row, "reviews"),
                .words_added = column::bigint(row, "words_added"),
                .words_known = column::bigint(row, "words_known"),
                .accuracy = share(row, "answers_correct", "answers"),
                .retention = share(row, "reviews_recalled", "reviews_due"),
                .time_by_skill = {},
                .days = {}};
    const auto skills = co_await work.run(sql::sum_skills, user, from);
    for (const auto& skill : skills) {
        stats.time_by_skill.push_back(
            {.skill = column::text(skill, "skill"), .seconds = column::bigint(skill, "seconds")});
    }
    co_return stats;
}

Task<bool> finishes_course(UnitOfWork& work, Uuid user, Uuid course) {
    const auto rows = co_await work.run(sql::finishes_course, user, course);
    co_return column::flag(rows[0], "finishes");
}

}  // namespace lexi::progress
