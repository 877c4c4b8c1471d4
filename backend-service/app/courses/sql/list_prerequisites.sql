-- $1 course -> the courses that it builds on
SELECT requires_id FROM course_prerequisites WHERE course_id = $1::uuid ORDER BY requires_id
