-- $1 user, $2 course -> its lessons in order, as they stand for the user
SELECT l.id, l.unit_id, l.title, l.title_vi, l.description, l.order_index, l.estimated_minutes,
       (SELECT count(*) FROM exercises x WHERE x.lesson_id = l.id AND NOT x.is_retired) AS total_exercises,
       coalesce(p.status = 'completed', false) AS is_completed,
       p.score AS best_score,
       NOT coalesce(p.status = 'completed', false)
           AND NOT coalesce(lag(coalesce(p.status = 'completed', false)) OVER (ORDER BY l.order_index), true) AS is_locked
FROM lessons l
LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
WHERE l.course_id = $2::uuid AND NOT l.is_retired
ORDER BY l.order_index
