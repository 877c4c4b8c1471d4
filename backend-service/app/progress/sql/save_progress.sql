-- $1 user, $2 lesson, $3 course, $4 completed now?, $5 score, $6 seconds to add, $7 attempts to add, $8 now -> the row.
-- A completed lesson stays completed and the best score is kept.
INSERT INTO user_progress AS p
    (user_id, lesson_id, course_id, status, score, completed_at, time_spent_seconds, attempts, updated_at)
VALUES ($1::uuid, $2::uuid, $3::uuid,
        CASE WHEN $4::boolean THEN 'completed' ELSE 'in_progress' END,
        $5::integer,
        CASE WHEN $4::boolean THEN $8::timestamptz END,
        $6::integer, $7::integer, $8::timestamptz)
ON CONFLICT (user_id, lesson_id) DO UPDATE
SET status = CASE WHEN p.status = 'completed' THEN p.status ELSE excluded.status END,
    score = greatest(p.score, excluded.score),
    completed_at = coalesce(p.completed_at, excluded.completed_at),
    time_spent_seconds = least(p.time_spent_seconds::bigint + excluded.time_spent_seconds, 2147483647)::integer,
    attempts = p.attempts + excluded.attempts,
    updated_at = excluded.updated_at
RETURNING status, score, completed_at, time_spent_seconds, attempts
