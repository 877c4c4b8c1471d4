-- $1 course, $2 ids as JSON
UPDATE exercises x SET is_retired = true
FROM lessons l
WHERE l.id = x.lesson_id AND l.course_id = $1::uuid AND x.id IN (SELECT jsonb_array_elements_text($2::jsonb)::uuid)
