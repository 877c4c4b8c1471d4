-- $1 user, $2 lesson -> the lesson of a published course as it stands for the user, or no row
SELECT * FROM (
    SELECT l.id, l.course_id, l.unit_id, l.title, l.title_vi, l.description, l.order_index, l.estimated_minutes,
           l.total_exercises, l.content::text AS content, c.edition,
           coalesce(p.status = 'completed', false) AS is_completed,
           p.score AS best_score, coalesce(p.stars, 0) AS stars,
           NOT coalesce(p.status = 'completed', false)
               AND (NOT coalesce(lag(coalesce(p.status = 'completed', false)) OVER (ORDER BY l.order_index), true)
                    OR EXISTS (
                        SELECT FROM course_prerequisites q
                        JOIN courses r ON r.id = q.requires_id AND r.is_published
                        JOIN users u ON u.id = $1::uuid AND u.level < c.level
                        WHERE q.course_id = c.id AND NOT EXISTS (
                            SELECT FROM course_completions d WHERE d.user_id = $1::uuid AND d.course_id = r.id)))
               AS is_locked
    FROM lessons l
    JOIN courses c ON c.id = l.course_id AND c.is_published
    LEFT JOIN user_progress p ON p.lesson_id = l.id AND p.user_id = $1::uuid
    WHERE l.course_id = (SELECT course_id FROM lessons WHERE id = $2::uuid) AND NOT l.is_retired
) AS lesson
WHERE id = $2::uuid
