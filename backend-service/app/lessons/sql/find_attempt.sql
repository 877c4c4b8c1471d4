-- $1 user, $2 attempt -> the attempt and the sums of it, or no row
SELECT lesson_id, edition, total_exercises, answered, correct, points, hints, started_at,
       completed_at IS NOT NULL AS is_completed, abandoned_at IS NOT NULL AS is_abandoned
FROM lesson_attempts
WHERE user_id = $1::uuid AND id = $2::uuid
