-- $1 lesson, $2 limit, $3 offset -> who did it, the latest first
SELECT p.user_id, coalesce(u.display_name, u.username) AS name, p.status, p.score, p.stars, p.attempts,
       p.time_spent_seconds, p.completed_at, p.updated_at
FROM user_progress p JOIN users u ON u.id = p.user_id
WHERE p.lesson_id = $1::uuid
ORDER BY p.updated_at DESC, p.user_id
LIMIT $2::bigint OFFSET $3::bigint
