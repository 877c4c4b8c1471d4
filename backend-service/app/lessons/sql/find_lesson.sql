-- $1 user, $2 lesson -> the lesson of a published course as it stands for the user, or no row
SELECT * FROM (
    SELECT l.id, l.course_id, l.unit_id, l.title, l.title_vi, l.description, l.order_index, l.estimated_minutes,
           l.total_exercises, l.content::text AS content, c.edition,
           coalesce(p.status = 'completed', false) AS is_completed,
           p.score AS best_score, coalesce(p.stars, 0) AS stars,
           NOT coalesce(p.status = 'completed', false)
               AND (NOT coalesce(lag(coalesce(p.status = 'completed', false)) OVER (ORDER BY l.order_index), true)
                    OR k.is_locked) AS is_locked
    FROM lessons l
    JOIN courses c ON c.id = l.course_id AND c.is_published
    CROSS JOIN LATERAL course_lock($1::uuid, c.id, c.level) AS k
    LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
    WHERE l.course_id = (SELECT course_id FROM lessons WHERE id = $2::uuid) AND NOT l.is_retired
) AS lesson
WHERE id = $2::uuid
