-- $1 user -> the courses that the user enrolled in or has lessons in
SELECT c.id AS course_id, c.title, c.total_lessons,
       (SELECT count(*) FROM user_progress p JOIN lessons l ON l.id = p.lesson_id AND NOT l.is_retired
        WHERE p.user_id = $1::uuid AND p.course_id = c.id AND p.status = 'completed') AS completed_lessons
FROM courses c
WHERE EXISTS (SELECT FROM enrolments e WHERE e.user_id = $1::uuid AND e.course_id = c.id)
   OR EXISTS (SELECT FROM user_progress p WHERE p.user_id = $1::uuid AND p.course_id = c.id)
ORDER BY c.level, c.title
