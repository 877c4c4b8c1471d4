-- $1 course -> its units that have lessons, in order
SELECT u.id, u.title, u.title_vi, u.description, u.order_index
FROM units u
WHERE u.course_id = $1::uuid AND EXISTS (SELECT FROM lessons l WHERE l.unit_id = u.id AND NOT l.is_retired)
ORDER BY u.order_index
