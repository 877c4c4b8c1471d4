-- $1 user, $2 attempt -> its lesson and state, locked, or no row
SELECT lesson_id, completed_at IS NOT NULL AS completed
FROM lesson_attempts
WHERE user_id = $1::uuid AND id = $2::uuid
FOR UPDATE
