-- $1 user, $2 attempt, $3 exercise, $4 now: counted once
WITH added AS (
    INSERT INTO attempt_hints (user_id, attempt_id, exercise_id, given_at)
    VALUES ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz)
    ON CONFLICT (user_id, attempt_id, exercise_id) DO NOTHING
    RETURNING exercise_id
)
UPDATE lesson_attempts t SET hints = t.hints + 1 FROM added WHERE t.user_id = $1::uuid AND t.id = $2::uuid
