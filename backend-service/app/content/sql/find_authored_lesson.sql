-- $1 user, $2 may see every course?, $3 lesson -> the lesson, or no row
SELECT l.id FROM lessons l JOIN courses c ON c.id = l.course_id
WHERE l.id = $3::uuid AND ($2::boolean OR c.author_id = $1::uuid)
