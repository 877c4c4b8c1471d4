-- $1 user, $2 lesson, $3 course, $4 completed now?, $5 score, $6 stars, $7 seconds to add, $8 attempts to add, $9 attempt
-- to close or null, $10 now -> the row, and whether this completed the course.
-- A completed lesson stays completed; the best score and the most stars are kept.
WITH closed AS (
    UPDATE lesson_attempts SET completed_at = $10::timestamptz WHERE user_id = $1::uuid AND id = $9::uuid
), course AS (
    INSERT INTO course_completions (user_id, course_id, completed_at)
    SELECT $1::uuid, $3::uuid, $10::timestamptz
    WHERE $4::boolean AND NOT EXISTS (
        SELECT FROM lessons l
        WHERE l.course_id = $3::uuid AND NOT l.is_retired AND l.id <> $2::uuid AND NOT EXISTS (
            SELECT FROM user_progress o
            WHERE o.user_id = $1::uuid AND o.lesson_id = l.id AND o.status = 'completed'))
    ON CONFLICT (user_id, course_id) DO NOTHING
    RETURNING course_id
)
INSERT INTO user_progress AS p
    (user_id, lesson_id, course_id, status, score, stars, completed_at, time_spent_seconds, attempts, updated_at)
VALUES ($1::uuid, $2::uuid, $3::uuid,
        CASE WHEN $4::boolean THEN 'completed' ELSE 'in_progress' END,
        $5::integer, $6::smallint,
        CASE WHEN $4::boolean THEN $10::timestamptz END,
        $7::integer, $8::integer, $10::timestamptz)
ON CONFLICT (user_id, lesson_id) DO UPDATE
SET status = CASE WHEN p.status = 'completed' THEN p.status ELSE excluded.status END,
    score = greatest(p.score, excluded.score),
    stars = greatest(p.stars, excluded.stars),
    completed_at = coalesce(p.completed_at, excluded.completed_at),
    time_spent_seconds = least(p.time_spent_seconds::bigint + excluded.time_spent_seconds, 2147483647)::integer,
    attempts = p.attempts + excluded.attempts,
    updated_at = excluded.updated_at
RETURNING status, score, stars, completed_at, time_spent_seconds, attempts,
          EXISTS (SELECT FROM course) AS is_course_completed
