-- $1 user, $2 attempt, $3 exercise, $4 answer, $5 right?, $6 typo?, $7 milliseconds, $8 now, $9 the learner's day -> the exercise, or no
-- row where it was answered before in this attempt
INSERT INTO attempt_answers (user_id, attempt_id, exercise_id, answer, is_correct, has_typo, time_spent_ms, answered_at,
                             day)
VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::boolean, $6::boolean, $7::integer, $8::timestamptz, $9::date)
ON CONFLICT (user_id, attempt_id, exercise_id) DO NOTHING
RETURNING exercise_id
