-- $1 user, $2 course -> the course if it is published, or no row
SELECT c.id, c.title, c.title_vi, c.description, c.description_vi, c.language, c.level, c.thumbnail_url, c.total_lessons,
       coalesce((SELECT sum(l.estimated_minutes) FROM lessons l WHERE l.course_id = c.id AND NOT l.is_retired), 0) AS estimated_minutes,
       EXISTS (SELECT FROM enrolments e WHERE e.user_id = $1::uuid AND e.course_id = c.id) AS is_enrolled,
       CASE WHEN c.total_lessons = 0 THEN 0 ELSE least(100, (
           SELECT 100 * count(*) / c.total_lessons
           FROM user_progress p
           JOIN lessons l ON l.id = p.lesson_id AND NOT l.is_retired
           WHERE p.user_id = $1::uuid AND p.course_id = c.id AND p.status = 'completed')) END AS progress_percentage
FROM courses c
WHERE c.id = $2::uuid AND c.is_published
