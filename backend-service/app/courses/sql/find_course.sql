-- $1 user, $2 course -> the course as it stands for the user if it is published, or no row
SELECT c.id, c.title, c.title_vi, c.description, c.description_vi, c.language, c.level, c.thumbnail_url, c.total_lessons,
       c.estimated_minutes, c.edition,
       e.user_id IS NOT NULL AS is_enrolled,
       d.user_id IS NOT NULL AS is_completed,
       d.user_id IS NULL AND EXISTS (
           SELECT FROM course_prerequisites q
           JOIN courses r ON r.id = q.requires_id AND r.is_published
           JOIN users u ON u.id = $1::uuid AND u.level < c.level
           WHERE q.course_id = c.id AND NOT EXISTS (
               SELECT FROM course_completions o WHERE o.user_id = $1::uuid AND o.course_id = r.id)) AS is_locked,
       done.lessons AS completed_lessons, done.stars,
       CASE WHEN c.total_lessons = 0 THEN 0 ELSE least(100, 100 * done.lessons / c.total_lessons) END AS progress_percentage
FROM courses c
LEFT JOIN enrolments e ON e.user_id = $1::uuid AND e.course_id = c.id
LEFT JOIN course_completions d ON d.user_id = $1::uuid AND d.course_id = c.id
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p.status = 'completed') AS lessons, coalesce(sum(p.stars), 0) AS stars
    FROM user_progress p JOIN lessons l ON l.id = p.lesson_id AND NOT l.is_retired
    WHERE p.user_id = $1::uuid AND p.course_id = c.id) AS done
WHERE c.id = $2::uuid AND c.is_published
