#include "app/lessons/service.hpp"

#include "app/core/rewards.hpp"
#include "app/lessons/hints.hpp"
#include "app/lessons/rules.hpp"
#include "app/lessons/store.hpp"
#include "kit/sealed.hpp"

namespace lexi::lessons {
namespace {

constexpr std::size_t kMostPairs = 50;

std::unexpected<Problem> no_lesson() { return fail(Fault::not_found, "There is no such lesson."); }
std::unexpected<Problem> no_attempt() {
    return fail(Fault::not_found, "There is no such attempt.");
}
std::unexpected<Problem> locked() {
    return fail(Fault::conflict, "Finish the lesson or course before this one first.");
}

// To whom exercises are shown, and when.
struct Viewer {
    Uuid user;
    std::string secret;
    Instant now;
};

// What is heard is the answer: it leaves as a token that only the AI service can read. Tokens last
// one to two hours and change on the hour, so that a lesson's ETag does not change with every
// answer.
void cover_speech(std::vector<ExerciseView>& exercises, const Viewer& viewer) {
    const auto expires = std::chrono::floor<std::chrono::hours>(viewer.now) + std::chrono::hours{2};
    for (auto& exercise : exercises) {
        if (!exercise.audio_text || exercise.kind == "speaking") continue;
        exercise.audio_token =
            sealed::seal(*exercise.audio_text, viewer.user.str(), expires, viewer.secret);
        exercise.audio_text.reset();
    }
}

Task<Result<LessonView>> shown(UnitOfWork& work, Viewer viewer, Uuid id) {
    auto lesson = co_await find_lesson(work, viewer.user, id);
    if (!lesson) co_return no_lesson();
    lesson->exercises = co_await list_exercises(work, id);
    cover_speech(lesson->exercises, viewer);
    co_return std::move(*lesson);
}

Task<Result<AttemptView>> viewed(UnitOfWork& work, Viewer viewer, Uuid id) {
    auto attempt = co_await find_attempt(work, viewer.user, id);
    if (!attempt) co_return no_attempt();
    cover_speech(attempt->exercises, viewer);
    co_return std::move(*attempt);
}

Task<Result<AttemptView>> started(UnitOfWork& work, Viewer viewer, Uuid id, bool restart) {
    const auto& [user, secret, now] = viewer;
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto lesson = co_await find_lesson(work, user, id);
    if (!lesson) co_return no_lesson();
    if (lesson->is_locked) co_return locked();
    auto open = co_await find_open_attempt(work, user, id);
    if (open && restart) {
        co_await abandon_attempt(work, user, *open, now);
        open.reset();
    }
    const bool resumed = open.has_value();
    if (!open) open = co_await add_attempt(work, user, id, lesson->edition, now);
    auto view = co_await viewed(work, viewer, *open);
    if (view) view->is_resumed = resumed;
    co_return view;
}

/// What an answer is worth before the attempt's sums are known.
struct Verdict {
    grading::Grade grade;
    std::string stored;
    std::optional<std::int64_t> client_score{};
    std::optional<std::string> analysis_id{};
};

Result<Verdict> judged(const OpenExercise& exercise, const AnswerBody& body) {
    const auto& kind = exercise.key.kind;
    if (kind == "speaking") {
        if (!body.score) return fail_field("score", "is required for a speaking exercise");
        if (!body.analysis_id) {
            return fail_field("analysis_id", "is required for a speaking exercise");
        }
        Verdict out{
            .grade = {}, .stored = "", .client_score = body.score, .analysis_id = body.analysis_id};
        out.grade.correct = *body.score >= kSpeakingPass;
        out.grade.expected = exercise.key.answer;
        return out;
    }
    if (kind == "matching") {
        if (!body.pairs) return fail_field("pairs", "is required for a matching exercise");
        if (body.pairs->size() > kMostPairs) {
            return fail_field("pairs", "must have at most 50 entries");
        }
        return Verdict{.grade = grading::grade(exercise.key, {.text = "", .pairs = *body.pairs}),
                       .stored = glz::write_json(*body.pairs).value_or("")};
    }
    if (!body.answer) return fail_field("answer", "is required");
    return Verdict{.grade = grading::grade(exercise.key, {.text = *body.answer, .pairs = {}}),
                   .stored = *body.answer};
}

// The exercise of an open attempt that `body` names.
Task<Result<OpenExercise>> exercise_for(UnitOfWork& work, Uuid user, Uuid attempt, Uuid exercise) {
    auto found = co_await open_exercise(work, user, attempt, exercise);
    if (!found) co_return no_attempt();
    if (!found->is_known) {
        co_return fail_field("exercise_id", "is no exercise of this attempt");
    }
    if (found->is_closed) co_return fail(Fault::conflict, "This attempt is over.");
    if (found->is_answered) {
        co_return fail(Fault::conflict, "This exercise was answered before in this attempt.");
    }
    co_return std::move(*found);
}

Task<Result<AnswerView>> answered(UnitOfWork& work, Uuid user, Uuid id, AnswerBody body,
                                  Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto exercise =
        Uuid::parse(body.exercise_id).value();  // its form was checked at the edge
    const auto found = co_await exercise_for(work, user, id, exercise);
    if (!found) co_return std::unexpected(found.error());
    auto verdict = judged(*found, body);
    if (!verdict) co_return std::unexpected(verdict.error());
    auto& grade = verdict->grade;
    const auto points = points_for(grade.correct, found->is_hinted);
    AnswerRow row{.attempt_id = id,
                  .exercise_id = exercise,
                  .answer = std::move(verdict->stored),
                  .is_correct = grade.correct,
                  .has_typo = grade.typo,
                  .points = points,
                  .time_spent_ms = body.time_spent_ms.value_or(0),
                  .day = learner->day(now),
                  .client_score = verdict->client_score,
                  .analysis_id = verdict->analysis_id};
    const auto sums = co_await add_answer(work, user, std::move(row), now);
    if (!sums)
        co_return fail(Fault::conflict, "This exercise was answered before in this attempt.");
    co_await reward(work, user,
                    Deed{.day = learner->day(now),
                         .at = now,
                         .prizes = {},
                         .tally = {.answers = 1, .answers_correct = grade.correct ? 1 : 0}});
    co_return AnswerView{.is_correct = grade.correct,
                         .has_typo = grade.typo,
                         .missing_diacritics = grade.missing_diacritics,
                         .is_client_reported = verdict->client_score.has_value(),
                         .points = points,
                         .correct_answer = std::move(grade.expected),
                         .explanation = found->explanation_vi,
                         .diff = std::move(grade.diff),
                         .score = score_of(*sums)};
}

Task<Result<HintView>> hinted(UnitOfWork& work, Uuid user, Uuid id, HintBody body, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto exercise =
        Uuid::parse(body.exercise_id).value();  // its form was checked at the edge
    const auto found = co_await exercise_for(work, user, id, exercise);
    if (!found) co_return std::unexpected(found.error());
    auto hint = hint_for(found->key, found->prompt);
    if (!hint && !found->hint_vi) {
        co_return fail(Fault::conflict, "There is no hint for this exercise.");
    }
    co_await add_hint(work, user, id, exercise, now);
    co_return HintView{
        .exercise_id = exercise.str(),
        .hint = hint ? std::move(hint->text) : "",
        .hint_vi = found->hint_vi,
        .eliminated = hint ? std::move(hint->eliminated) : std::vector<std::string>{},
        .points = kHintedPoints};
}

ProgressChange scored(std::int64_t score, std::int64_t hints, std::int64_t seconds) {
    return {.completed = score >= kPassMark,
            .score = score,
            .stars = stars_for(score, hints),
            .time_spent_seconds = seconds,
            .attempts = 1};
}

// What a completion claims, checked against what is stored.
Result<ProgressChange> claimed(const Standing& standing, const CompletionBody& body) {
    const auto seconds = body.time_spent_seconds.value_or(0);
    if (body.status == ProgressStatus::in_progress) {
        return ProgressChange{.time_spent_seconds = seconds};
    }
    if (!body.attempt_id) {
        if (standing.total_exercises > 0) {
            return fail_field("attempt_id", "is required for a lesson with exercises");
        }
        if (!body.score) return fail_field("score", "is required for a lesson without exercises");
        return scored(*body.score, 0, seconds);
    }
    if (!standing.has_attempt) {
        return fail(Fault::not_found, "There is no such attempt at this lesson.");
    }
    if (standing.is_abandoned) return fail(Fault::conflict, "This attempt was given up.");
    if (standing.is_closed) return ProgressChange{};  // said before: nothing to add
    auto change =
        scored(percentage(standing.points, standing.attempt_exercises), standing.hints, seconds);
    change.closes = Uuid::parse(*body.attempt_id);
    return change;
}

Deed deed_of(const Standing& before, const ProgressChange& change, bool course_completed, Day day,
             Instant now) {
    Deed deed{.day = day, .at = now, .prizes = {}};
    deed.tally.skill = "lessons";
    deed.tally.seconds = static_cast<int>(change.time_spent_seconds);
    if (course_completed) {
        deed.prizes.push_back({"course:" + before.course_id.str(), kCourseXp});
        deed.tally.courses = 1;
    }
    if (change.completed && !before.is_completed) {
        deed.prizes.push_back({"lesson:" + before.lesson_id.str(), kLessonXp});
        deed.tally.lessons = 1;
    }
    if (change.score == 100 && before.best_score < 100) {
        deed.prizes.push_back({"lesson-perfect:" + before.lesson_id.str(), kPerfectXp});
        deed.tally.perfect_lessons = 1;
    }
    return deed;
}

Task<Result<ProgressRow>> completed(UnitOfWork& work, Uuid user, Uuid id, CompletionBody body,
                                    Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    std::optional<Uuid> attempt;
    if (body.attempt_id) attempt = Uuid::parse(*body.attempt_id);
    const auto standing = co_await open_completion(work, user, id, attempt);
    if (!standing) co_return no_lesson();
    if (standing->is_locked && !standing->has_attempt) co_return locked();
    auto change = claimed(*standing, body);
    if (!change) co_return std::unexpected(change.error());
    auto row = co_await save_progress(work, user, *standing, *change, now);
    const Day today = learner->day(now);
    auto earned = co_await reward(work, user,
                                  deed_of(*standing, *change, row.is_course_completed, today, now));
    row.xp_earned = earned.xp_earned;
    row.achievements_unlocked = std::move(earned.achievements_unlocked);
    row.streak = {.current_streak = streak_on(earned.streak, today),
                  .longest_streak = earned.streak.longest,
                  .is_active_today = active_on(earned.streak, today)};
    co_return row;
}

}  // namespace

Task<Result<LessonView>> LessonService::show(Uuid user, Uuid lesson, Instant now) {
    return db_.read<LessonView>([viewer = Viewer{user, secret_, now}, lesson](UnitOfWork& work) {
        return shown(work, viewer, lesson);
    });
}

Task<Result<http::Reply<AttemptView>>> LessonService::start(http::Request request, Uuid lesson,
                                                            StartBody body) {
    const bool restart = body.restart.value_or(false);
    Effect<AttemptView> effect = [viewer = Viewer{request.who().id, secret_, request.at}, lesson,
                                  restart](UnitOfWork& work) {
        return started(work, viewer, lesson, restart);
    };
    return once<AttemptView>(db_, std::move(request), "lessons.start", std::move(effect), 201);
}

Task<Result<AttemptView>> LessonService::attempt(Uuid user, Uuid attempt, Instant now) {
    return db_.read<AttemptView>([viewer = Viewer{user, secret_, now}, attempt](UnitOfWork& work) {
        return viewed(work, viewer, attempt);
    });
}

Task<Result<http::Reply<AnswerView>>> LessonService::answer(http::Request request, Uuid attempt,
                                                            AnswerBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<AnswerView> effect = [user, attempt, body = std::move(body), now](UnitOfWork& work) {
        return answered(work, user, attempt, body, now);
    };
    return once<AnswerView>(db_, std::move(request), "lessons.answer", std::move(effect));
}

Task<Result<HintView>> LessonService::hint(http::Request request, Uuid attempt, HintBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    return db_.transact<HintView>([user, attempt, body = std::move(body), now](UnitOfWork& work) {
        return hinted(work, user, attempt, body, now);
    });
}

Task<Result<http::Reply<ProgressRow>>> LessonService::complete(http::Request request, Uuid lesson,
                                                               CompletionBody body) {
    const Uuid user = request.who().id;
    const Instant now = request.at;
    Effect<ProgressRow> effect = [user, lesson, body = std::move(body), now](UnitOfWork& work) {
        return completed(work, user, lesson, body, now);
    };
    return once<ProgressRow>(db_, std::move(request), "lessons.complete", std::move(effect));
}

}  // namespace lexi::lessons
