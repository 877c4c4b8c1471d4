-- $1 course: the number of its lessons
UPDATE courses
SET total_lessons = (SELECT count(*) FROM lessons WHERE course_id = $1::uuid AND NOT is_retired)
WHERE id = $1::uuid
