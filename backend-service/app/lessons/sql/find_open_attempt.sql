-- $1 user, $2 lesson -> the open attempt at it, or no row
SELECT id FROM lesson_attempts
WHERE user_id = $1::uuid AND lesson_id = $2::uuid AND completed_at IS NULL AND abandoned_at IS NULL
