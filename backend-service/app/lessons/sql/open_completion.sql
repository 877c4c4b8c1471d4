-- $1 user, $2 lesson, $3 attempt or null -> the lesson, how far the user is with it, and the attempt; no row where there
-- is no such lesson, or none that the user may see: a lesson that left the catalogue is open to those who began it
SELECT * FROM (
    SELECT l.id, l.course_id, l.total_exercises,
           coalesce(p.status = 'completed', false) AS is_completed, coalesce(p.score, 0) AS best_score,
           t.id IS NOT NULL AS has_attempt, t.completed_at IS NOT NULL AS is_closed,
           t.abandoned_at IS NOT NULL AS is_abandoned, coalesce(t.total_exercises, 0) AS attempt_exercises,
           coalesce(t.points, 0) AS points, coalesce(t.hints, 0) AS hints,
           c.is_published AND NOT l.is_retired AS is_offered,
           NOT coalesce(p.status = 'completed', false)
               AND (NOT coalesce(lag(coalesce(p.status = 'completed', false))
                                     OVER (PARTITION BY l.is_retired ORDER BY l.order_index), true)
                    OR k.is_locked) AS is_locked
    FROM lessons l
    JOIN courses c ON c.id = l.course_id
    CROSS JOIN LATERAL course_lock($1::uuid, c.id, c.level) AS k
    LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
    LEFT JOIN lesson_attempts t ON t.user_id = $1::uuid AND t.id = $3::uuid AND t.lesson_id = l.id
    WHERE l.course_id = (SELECT course_id FROM lessons WHERE id = $2::uuid)
) AS lesson
WHERE id = $2::uuid AND (is_offered OR has_attempt)
