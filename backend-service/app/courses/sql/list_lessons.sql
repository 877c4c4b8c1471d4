-- $1 user, $2 course, $3 limit, $4 offset -> its lessons in order, as they stand for the user
SELECT l.id, l.unit_id, l.title, l.title_vi, l.description, l.order_index, l.estimated_minutes, l.total_exercises,
       coalesce(p.status = 'completed', false) AS is_completed,
       p.score AS best_score, coalesce(p.stars, 0) AS stars,
       NOT coalesce(p.status = 'completed', false)
           AND NOT coalesce(lag(coalesce(p.status = 'completed', false)) OVER (ORDER BY l.order_index), true) AS is_locked
FROM lessons l
LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
WHERE l.course_id = $2::uuid AND NOT l.is_retired
ORDER BY l.order_index
LIMIT $3::bigint OFFSET $4::bigint
