-- $1 course, $2 ids as JSON
UPDATE lessons SET is_retired = true
WHERE course_id = $1::uuid AND id IN (SELECT jsonb_array_elements_text($2::jsonb)::uuid)
