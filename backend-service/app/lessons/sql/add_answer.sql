-- $1 user, $2 attempt, $3 exercise, $4 answer, $5 right?, $6 typo?, $7 points, $8 milliseconds, $9 now, $10 the learner's
-- day, $11 score that the client reports, $12 its analysis -> the sums of the attempt, or no row where the exercise was
-- answered before
WITH added AS (
    INSERT INTO attempt_answers (user_id, attempt_id, exercise_id, answer, is_correct, has_typo, points, time_spent_ms,
                                 answered_at, day, client_score, analysis_id)
    VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::boolean, $6::boolean, $7::smallint, $8::integer, $9::timestamptz,
            $10::date, $11::smallint, $12)
    ON CONFLICT (user_id, attempt_id, exercise_id) DO NOTHING
    RETURNING is_correct::integer AS correct, points
)
UPDATE lesson_attempts t
SET answered = t.answered + 1, correct = t.correct + added.correct, points = t.points + added.points
FROM added
WHERE t.user_id = $1::uuid AND t.id = $2::uuid
RETURNING t.total_exercises, t.answered, t.correct, t.points, t.hints
