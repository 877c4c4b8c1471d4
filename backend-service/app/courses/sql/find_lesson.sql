-- $1 user, $2 lesson -> the lesson of a published course as it stands for the user, or no row
SELECT * FROM (
    SELECT l.id, l.course_id, l.unit_id, l.title, l.title_vi, l.description, l.order_index, l.estimated_minutes,
           l.content::text AS content,
           coalesce(p.status = 'completed', false) AS is_completed,
           p.score AS best_score,
           NOT coalesce(p.status = 'completed', false)
               AND NOT coalesce(lag(coalesce(p.status = 'completed', false)) OVER (ORDER BY l.order_index), true) AS is_locked
    FROM lessons l
    JOIN courses c ON c.id = l.course_id AND c.is_published
    LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
    WHERE l.course_id = (SELECT course_id FROM lessons WHERE id = $2::uuid) AND NOT l.is_retired
) AS lesson
WHERE id = $2::uuid
