-- $1 user, $2 lesson -> its course, whether the lesson before it is still to do, how many exercises it has, and how
-- far the user is with it
SELECT * FROM (
    SELECT l.id, l.course_id,
           (SELECT count(*) FROM exercises x WHERE x.lesson_id = l.id AND NOT x.is_retired) AS total_exercises,
           coalesce(p.status = 'completed', false) AS is_completed, coalesce(p.score, 0) AS best_score,
           NOT coalesce(p.status = 'completed', false)
               AND NOT coalesce(lag(coalesce(p.status = 'completed', false)) OVER (ORDER BY l.order_index), true) AS is_locked
    FROM lessons l
    JOIN courses c ON c.id = l.course_id AND c.is_published
    LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
    WHERE l.course_id = (SELECT course_id FROM lessons WHERE id = $2::uuid) AND NOT l.is_retired
) AS lesson
WHERE id = $2::uuid
