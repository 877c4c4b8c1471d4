-- $1 user, $2 lesson, $3 exercises it has now, $4 now -> the id
INSERT INTO lesson_attempts (user_id, lesson_id, total_exercises, started_at)
VALUES ($1::uuid, $2::uuid, $3::integer, $4::timestamptz)
RETURNING id
